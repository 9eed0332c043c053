import { expect, test } from 'vitest';
import { nodeCrypto } from '#server/node-crypto.ts';
import { arePickupDigits, hashPickupDigits } from './pickup-digits.ts';

const SALT = '000102030405060708090a0b0c0d0e0f';

test('six digits open their own order and no other', async () => {
  const hash = await hashPickupDigits({ orderId: 'one', salt: SALT }, '042317', nodeCrypto);
  const known = { orderId: 'one', salt: SALT, hash };
  expect(await arePickupDigits(known, '042317', nodeCrypto)).toBe(true);
  for (const wrong of ['042318', '42317', '0042317', '', '042317 ', '04231a'])
    expect(await arePickupDigits(known, wrong, nodeCrypto)).toBe(false);
  expect(await arePickupDigits({ ...known, orderId: 'two' }, '042317', nodeCrypto)).toBe(false);
});
