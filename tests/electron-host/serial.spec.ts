import { expect, test } from '@playwright/test';
import { answerSics } from '#main/devices/scale/virtual-scale.fixture.ts';
import { plugInSerial } from '#main/devices/serial/virtual-serial.fixture.ts';
import type { Bridge } from '#shared/ipc/bridge.ts';
import { openInHost } from './open-in-host.ts';

test('the built app finds its driver of serial ports beside it, and weighs at one', async ({
  browser,
}) => {
  const port = await plugInSerial();
  port.onBytes((asked) =>
    port.send(Buffer.from(answerSics(asked.toString('latin1').trim(), { text: '1.250 kg' }))),
  );
  const context = await browser.newContext();
  const shell = await openInHost(context, 'http://localhost:1');
  const scale = {
    address: { type: 'serial', path: port.path, baudRate: 9600 },
    protocol: 'mt_sics',
  };
  const answer = await shell
    .page()
    .evaluate(
      (text) => (Reflect.get(window, 'omnitill') as Bridge).call('devices.testScale', text),
      JSON.stringify(scale),
    );
  expect(JSON.parse(answer)).toEqual({ ok: true, value: { state: 'stable', weight: 1250 } });
  await context.close();
  await shell.remove();
  await port.unplug();
});
