import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import type { LookupFunction } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { openLink } from './open-link.ts';
import { isOwnNetwork, OutsideNetwork, ownLookup } from './own-network.ts';
import { withLink } from './print-bytes.ts';

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.254',
  '192.168.0.20',
  '169.254.7.7',
  '::1',
  'fe80::1',
  'fd12::5',
])('a device may be at %s', (address) => {
  expect(isOwnNetwork(address)).toBe(true);
});

test.each([
  '93.184.216.34',
  '172.32.0.1',
  '192.169.0.1',
  '11.0.0.1',
  '0.0.0.0',
  '2001:db8::1',
  '::ffff:93.184.216.34',
  'printer.example.com',
])('nothing is sent to %s', (address) => {
  expect(isOwnNetwork(address)).toBe(false);
});

test('an address of another network is refused before anybody is called, and that is said', async () => {
  for (const host of ['192.0.2.1', '2001:db8::1']) {
    const address = { type: 'network', host, port: 9100 } as const;
    const done = await withLink(openLink, address, async () => null);
    expect(done).toEqual({ ok: false, problem: 'outside' });
  }
});

/** What the machine is told when it looks a name up. */
const nameServerSays = (address: string): void => {
  const answer = (_name: string, _options: unknown, done: (...told: unknown[]) => void): void =>
    done(null, [{ address, family: 4 }]);
  vi.spyOn(dns, 'lookup').mockImplementation(answer as typeof dns.lookup);
  syncBuiltinESMExports();
};

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

test('a name that leads out of the shop is refused as its address would be, and nobody is called', async () => {
  nameServerSays('192.0.2.1');
  const address = { type: 'network', host: 'printer.example', port: 9100 } as const;
  const done = await withLink(openLink, address, async () => null);
  expect(done).toEqual({ ok: false, problem: 'outside' });
});

test('a name counts by all that it leads to', async () => {
  const leadsTo = (...addresses: readonly string[]): Promise<unknown> => {
    const ask: LookupFunction = (_name, _options, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: 4 })),
      );
    return new Promise((resolve) => ownLookup(ask)('printer', { all: true }, resolve));
  };
  expect(await leadsTo('192.168.0.20')).toBeNull();
  expect(await leadsTo('192.168.0.20', '93.184.216.34')).toBeInstanceOf(OutsideNetwork);
});
