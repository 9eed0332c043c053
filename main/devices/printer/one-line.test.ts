import { expect, test } from 'vitest';
import type { DeviceAddress, Link } from './link.ts';
import { oneLineEach } from './one-line.ts';

const counter: DeviceAddress = { type: 'serial', path: '/dev/ttyUSB0', baudRate: 9600 };
const kitchen: DeviceAddress = { type: 'network', host: '10.0.0.7', port: 9100 };

/** Devices that take one line at a time, as a port of the system does. */
const devices = () => {
  const taken = new Set<string>();
  const open = async (address: DeviceAddress): Promise<Link> => {
    const place = JSON.stringify(address);
    if (taken.has(place)) throw new Error('EBUSY');
    taken.add(place);
    return {
      send: async () => undefined,
      next: async () => null,
      close: async () => void taken.delete(place),
    };
  };
  return oneLineEach(open);
};

test('a second line to a device waits for the first, and one to another device for nobody', async () => {
  const openIn = devices();
  const first = await openIn(1000)(counter);
  const second = openIn(1000)(counter);
  await (await openIn(1000)(kitchen)).close();
  await first.close();
  await expect(second).resolves.toHaveProperty('send');
});

test('who has waited long enough is told, and holds up nobody who waits longer', async () => {
  const openIn = devices();
  const first = await openIn(1000)(counter);
  const hasty = openIn(5)(counter);
  const patient = openIn(1000)(counter);
  await expect(hasty).rejects.toThrow('taken');
  await first.close();
  await (await patient).close();
});

test('a line that cannot be opened is in nobody’s way', async () => {
  let isThere = false;
  const openIn = oneLineEach(async () => {
    if (!isThere) throw new Error('gone');
    return { send: async () => undefined, next: async () => null, close: async () => undefined };
  });
  await expect(openIn(1000)(counter)).rejects.toThrow('gone');
  isThere = true;
  await (await openIn(1000)(counter)).close();
});
