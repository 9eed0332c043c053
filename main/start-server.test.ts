import { expect, test } from 'vitest';
import { givenServer } from './settings/choose-server.ts';
import { appAddress } from './start-server.ts';

test.each([
  'http://127.0.0.1:4600',
  'http://192.168.1.5:4600',
  'http://0.0.0.0:4600',
  'http://[fd00::2]:4600',
  'http://shop-server.local:4600',
])('the desktop app is handed an address of this machine that it works with, for %s', (url) => {
  const address = appAddress(url);
  expect(address).toBe('http://localhost:4600');
  expect(givenServer({ OMNITILL_SERVER_URL: address })).toEqual({ ok: true, value: address });
});
