import { expect, test } from 'vitest';
import type { SerialAddress } from '#shared/devices/address.ts';
import { createOpener } from './open-serial.ts';

const ADDRESS: SerialAddress = { type: 'serial', path: '/dev/rfcomm0', baudRate: 9600 };

/** A driver whose opens end when the test says so. */
const createDriver = () => {
  const opens: {
    readonly opened: (port: Port) => void;
    readonly failed: (error: Error) => void;
  }[] = [];
  const open = (): Promise<Port> =>
    new Promise((opened, failed) => void opens.push({ opened, failed }));
  return { opens, open };
};

class Port {
  closed = 0;
  readonly close = (): void => void (this.closed += 1);
}

test('a port that does not open is given up in time, and closed again when nobody waits for it', async () => {
  const { opens, open } = createDriver();
  await expect(createOpener(open, 1)(ADDRESS)).rejects.toThrow('nobody there');
  const port = new Port();
  opens[0]?.opened(port);
  await expect.poll(() => port.closed).toBe(1);
});

test('a port whose open hangs is asked for once, however often somebody tries again', async () => {
  const { opens, open } = createDriver();
  const opener = createOpener(open, 1);
  for (let tries = 0; tries < 6; tries += 1)
    await expect(opener(ADDRESS)).rejects.toThrow('nobody there');
  expect(opens).toHaveLength(1);
  const waiting = createOpener(open, 60_000);
  const first = waiting(ADDRESS);
  await expect(waiting(ADDRESS)).rejects.toThrow('it is being opened');
  opens[1]?.failed(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
});

test('what opens late is given to who asks next', async () => {
  const { opens, open } = createDriver();
  const opener = createOpener(open, 20);
  await expect(opener(ADDRESS)).rejects.toThrow('nobody there');
  const next = opener(ADDRESS);
  const port = new Port();
  opens[0]?.opened(port);
  expect(await next).toBe(port);
  expect(port.closed).toBe(0);
});
