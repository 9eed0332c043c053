import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { operationId } from '#shared/kernel/ids.ts';
import { contradictionsOfBlindReturns } from '../exception/of-operation.ts';
import {
  blindCustomerHash,
  type BlindRecord,
  type BlindReturnFact,
  withBlindReturn,
} from './blind-record.ts';

const crypto = {
  sha256: async (text: string) => createHash('sha256').update(text).digest('hex'),
  verify: async () => true,
};

const NOBODY: BlindRecord = { customerHash: '0'.repeat(64), returns: [] };

const back = (seq: number, day: number, storeId = 'ONE'): BlindReturnFact => ({
  operationId: operationId(`${storeId}-01_1`, seq),
  storeId,
  at: new Date(Date.UTC(2026, 0, day)).toISOString(),
  total: minor(1000),
});

const recordOf = (facts: readonly BlindReturnFact[]): BlindRecord =>
  facts.reduce(withBlindReturn, NOBODY);

test.each([
  ['+7 701 000 11 22', '8 (701) 000-11-22'],
  ['Dana +77010001122', '7010001122'],
  ['Дана Оспанова', ' дана, ОСПАНОВА '],
])('%s and %s are one customer', async (one, other) => {
  expect(await blindCustomerHash(one, crypto)).toBe(await blindCustomerHash(other, crypto));
});

test('another number and another name are another customer', async () => {
  const hashes = await Promise.all(
    ['+7 701 000 11 22', '+7 701 000 11 23', 'Dana', 'Dina'].map((one) =>
      blindCustomerHash(one, crypto),
    ),
  );
  expect(new Set(hashes).size).toBe(4);
});

test('what a customer brings above the limit of 30 days is named, with what counted before it', () => {
  const record = recordOf([back(1, 1), back(1, 5, 'TWO'), back(2, 6), back(2, 32, 'TWO')]);
  expect(contradictionsOfBlindReturns(record, () => 2)).toMatchObject([
    {
      id: `blind_too_often:${operationId('ONE-01_1', 2)}`,
      storeId: 'ONE',
      otherStoreIds: ['TWO'],
      evidence: [
        operationId('ONE-01_1', 1),
        operationId('TWO-01_1', 1),
        operationId('ONE-01_1', 2),
      ],
      amount: 1000,
      owner: 'head_office',
    },
    { id: `blind_too_often:${operationId('TWO-01_1', 2)}`, otherStoreIds: ['ONE'] },
  ]);
  expect(contradictionsOfBlindReturns(record, () => 3)).toEqual([]);
});

test('S5 whichever is heard of first, and however often, they come to the same', () => {
  const fact = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('ONE', 'TWO', 'SIX'))
    .map(([seq, storeId]) => back(seq, ((seq * 7) % 40) + storeId.length, storeId));
  fc.assert(
    fc.property(fc.array(fact), fc.nat(), (facts, turn) => {
      const at = turn % (facts.length + 1);
      const turned = [...facts.slice(at), ...facts.slice(0, at), ...facts.slice(0, 2)];
      expect(contradictionsOfBlindReturns(recordOf(turned), () => 2)).toEqual(
        contradictionsOfBlindReturns(recordOf(facts), () => 2),
      );
    }),
  );
});
