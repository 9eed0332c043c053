import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NO_DEVICES } from '#shared/devices/devices.ts';
import { DRAWER_PULSE_NOW } from '../escpos/commands.ts';
import { openDevices } from '../open-devices.ts';
import { paperIn, printerAt } from '../papers.fixture.ts';
import { openScale } from '../scale/open-scale.ts';
import { answerSics } from '../scale/virtual-scale.fixture.ts';
import { askState } from '../printer/ask-state.ts';
import { openLink } from '../printer/open-link.ts';
import { printBytes } from '../printer/print-bytes.ts';
import { openScanner } from '../scanner/open-scanner.ts';
import { openSerial } from './open-serial.ts';
import { plugInSerial, type VirtualSerial } from './virtual-serial.fixture.ts';

// The driver as it is, at a pseudo-terminal of the operating system: bytes there and back, and the plug pulled.

let port: VirtualSerial;
const address = () => ({ type: 'serial', path: port.path, baudRate: 9600 }) as const;

beforeEach(async () => {
  port = await plugInSerial();
});
afterEach(() => port.unplug());

test('a scale at a serial port is asked and answers; unplugged it is unreachable', async () => {
  port.onBytes((asked) =>
    port.send(Buffer.from(answerSics(asked.toString('latin1').trim(), { text: '2.040 kg' }))),
  );
  const scale = openScale(openLink, { address: address(), protocol: 'mt_sics' });
  expect(await scale.weigh()).toEqual({ state: 'stable', weight: 2040 });
  await port.unplug();
  expect(await scale.weigh()).toMatchObject({ weight: null });
  expect(await scale.weigh()).toEqual({ state: 'unreachable', weight: null });
  await scale.close();
});

test('a scanner at a serial port is heard, code by code, also one that sends no end', async () => {
  const scanner = openScanner(openSerial, { address: address() });
  await expect.poll(async () => (await scanner.next(null)).state).toBe('listening');
  const first = scanner.next(0);
  port.send(Buffer.from('4006381333931\r\n0104006381333931\u001D10A1\r'));
  expect(await first).toMatchObject({ read: { number: 1, code: '4006381333931' } });
  expect(await scanner.next(1)).toMatchObject({ read: { code: '0104006381333931\u001D10A1' } });
  const last = scanner.next(2);
  port.send(Buffer.from('46009333'));
  expect(await last).toMatchObject({ number: 3, read: { number: 3, code: '46009333' } });
  // A page that is drawn anew hears nothing twice; one that knows another shell's numbers begins anew.
  expect(await scanner.next(null)).toEqual({ state: 'listening', number: 3, read: null });
  expect(await scanner.next(99)).toEqual({ state: 'listening', number: 3, read: null });
  // Who waits for a code hears at once that none will come.
  const lost = scanner.next(3);
  await port.unplug();
  expect(await lost).toEqual({ state: 'unreachable', number: 3, read: null });
  scanner.close();
});

test('a printer at a serial port gets every byte, and says when it has printed', async () => {
  let heard = Buffer.alloc(0);
  port.onBytes((bytes) => {
    heard = Buffer.concat([heard, bytes]);
    const tail = heard.subarray(-3).toString('hex');
    // Its state, its paper, and that all is printed.
    if (tail === '100402' || tail === '100404') port.send(Buffer.from([0x12]));
    if (tail === '1d7201') port.send(Buffer.from([0x00]));
  });
  const every = Array.from({ length: 256 }, (_, byte) => byte);
  const bytes = Buffer.from([...every, 0x1d, 0x72, 0x01]);
  const printed = await printBytes({
    open: openLink,
    ask: askState,
    address: address(),
    bytes,
    onBegin: async () => undefined,
  });
  expect(printed).toMatchObject({ ok: true });
  expect(heard.subarray(-bytes.length).equals(bytes)).toBe(true);
});

test('a port is let go with its line, for the next receipt and for any other program', async () => {
  await (await openLink(address())).close();
  const again = await openLink(address());
  await expect(openLink(address())).rejects.toThrow('lock');
  await again.close();
});

test('the drawer opens and the receipt is printed, both asked of one port at once', async () => {
  let heard = Buffer.alloc(0);
  port.onBytes((bytes) => (heard = Buffer.concat([heard, bytes])));
  const folder = await mkdtemp(path.join(tmpdir(), 'omnitill-serial-'));
  const devices = await openDevices({ folder, now: () => '2026-01-02T11:00:00.000Z' });
  const printer = { ...printerAt(9100), address: address() };
  await devices.save({ ...NO_DEVICES, printers: [printer], receiptPrinterId: printer.id });
  const paper = paperIn('en', { document: '|Thank you' });
  const [taken, pulsed] = await Promise.all([
    devices.print(paper, 'receipts'),
    devices.openDrawer(),
  ]);
  expect([taken.ok, pulsed]).toEqual([true, { ok: true, value: null }]);
  await expect.poll(() => devices.waiting(), { timeout: 8000 }).toEqual([]);
  expect(heard.includes('Thank you')).toBe(true);
  expect(heard.includes(DRAWER_PULSE_NOW)).toBe(true);
  devices.close();
  await rm(folder, { recursive: true, force: true });
});

test('a port that is not there rejects, and nothing else happens', async () => {
  await expect(
    openSerial({ type: 'serial', path: '/dev/ttyNONE9', baudRate: 9600 }),
  ).rejects.toThrow(/No such file/);
});
