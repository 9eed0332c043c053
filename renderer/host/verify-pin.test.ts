import { pbkdf2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { verifyPin } from './verify-pin.ts';

const hashOf = (pin: string, salt: string, iterations: number) => ({
  salt: Buffer.from(salt).toString('base64url'),
  iterations,
  hash: pbkdf2Sync(pin, salt, iterations, 32, 'sha256').toString('base64url'),
});

test('a PIN fits its own hash and no other', async () => {
  for (const salt of ['salt of one', 'salt of another??>>', 'соль, тұз']) {
    const hash = hashOf('1111', salt, 1_000);
    expect(await verifyPin('1111', hash)).toBe(true);
    for (const pin of ['1112', '111', '11111', '', '１１１１'])
      expect(await verifyPin(pin, hash)).toBe(false);
    expect(await verifyPin('1111', { ...hash, iterations: 999 })).toBe(false);
    expect(await verifyPin('1111', { ...hash, salt: 'AAAAAAAAAAAAAAAA' })).toBe(false);
  }
});
