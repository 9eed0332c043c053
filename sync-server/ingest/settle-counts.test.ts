import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUncertain, onHandOf } from '#shared/domain/stock/count.ts';
import { stockLevelId } from '#shared/domain/stock/schema.ts';
import { operationId } from '#shared/kernel/ids.ts';
import { quantity } from '#shared/kernel/quantity.ts';
import { countsOf } from '#shared/operations/counts.ts';
import { movementsOf } from '#shared/operations/effects.ts';
import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { applyOperation } from './apply-operation.ts';
import { nodeCrypto } from '../node-crypto.ts';
import { createWorkspace } from './workspace.ts';

const START = Date.parse('2026-01-02T09:00:00.000Z');
const SKU = 'TEA';
const LEVEL = stockLevelId('ALM1', SKU);

const timeAt = (seconds: number): string => new Date(START + seconds * 1000).toISOString();

/** What a till does, and when by its clock; clocks go back now and then. */
const deed = fc.oneof(
  fc.record({
    kind: fc.constant('move' as const),
    at: fc.integer({ min: 0, max: 120 }),
    quantity: fc.integer({ min: -5, max: 5 }),
  }),
  fc.record({
    kind: fc.constant('count' as const),
    at: fc.integer({ min: 0, max: 120 }),
    took: fc.integer({ min: 0, max: 30 }),
    quantity: fc.integer({ min: 0, max: 20 }),
  }),
);

type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

const contentOf = (what: Deed): OperationContent =>
  what.kind === 'move'
    ? {
        type: 'stock.adjusted',
        payload: {
          lines: [
            { id: '1', sku: SKU, quantity: quantity(what.quantity), reason: 'other', note: '' },
          ],
        },
      }
    : {
        type: 'stock.counted',
        payload: {
          lines: [
            {
              id: '1',
              sku: SKU,
              counted: quantity(what.quantity),
              expected: quantity(7),
              from: timeAt(what.at - what.took),
              at: timeAt(what.at),
            },
          ],
        },
      };

const operationsOf = (till: number, deeds: readonly Deed[]): Operation[] =>
  deeds.map((what, index) => {
    const tillId = `ALM1-0${till}`;
    const journalId = `${tillId}_1`;
    return {
      id: operationId(journalId, index + 1),
      journalId,
      tillId,
      storeId: 'ALM1',
      seq: index + 1,
      at: timeAt(what.at),
      clockOffset: null,
      staffId: 'aigerim',
      shiftId: null,
      approvedBy: null,
      version: 1,
      previousHash: GENESIS_HASH,
      hash: GENESIS_HASH,
      ...contentOf(what),
    };
  });

/** Puts journals into effect, each in its own sequence, mixed as `turns` say. */
const levelAfter = async (
  journals: readonly (readonly Operation[])[],
  turns: readonly number[],
) => {
  const store = createMemoryStore({ epoch: 'one' });
  const left = journals.map((operations) => [...operations]);
  const next = (turn: number): Operation | undefined => {
    const open = left.filter((operations) => operations.length > 0);
    return open[turn % Math.max(1, open.length)]?.shift();
  };
  const apply = (operation: Operation) =>
    store.transaction(async (tx) => {
      const workspace = createWorkspace(tx);
      await applyOperation(workspace, operation, { crypto: nodeCrypto, now: timeAt(999) });
      await workspace.flush();
    });
  for (const turn of [...turns, ...journals.flat().map(() => 0)]) {
    const operation = next(turn);
    if (operation) await apply(operation);
  }
  const { documents, movements } = store.contents();
  const level = documents.get('stock')?.get(LEVEL)?.document;
  const exceptions = [...(documents.get('exceptions')?.values() ?? [])].flatMap(({ document }) =>
    'state' in document && document.state === 'open' ? [document.id] : [],
  );
  const moved = [...movements.values()].reduce((sum, row) => sum + row.quantity, 0);
  return { level: level && 'onHand' in level ? level : null, exceptions, moved };
};

const journals = fc.tuple(
  fc.array(deed, { maxLength: 6 }),
  fc.array(deed, { maxLength: 6 }),
  fc.array(deed, { maxLength: 6 }),
);
const turns = fc.array(fc.nat(2), { maxLength: 18 });

test('S4: whatever is heard of first, the level is the last count and what moved after it', async () => {
  await fc.assert(
    fc.asyncProperty(journals, turns, turns, async (deeds, first, second) => {
      const all = deeds.map((some, index) => operationsOf(index + 1, some));
      const operations = all.flat();
      const moved = operations
        .filter(({ type }) => type !== 'stock.counted')
        .flatMap((operation) =>
          movementsOf(operation).map((movement) => ({
            ...movement,
            operationId: operation.id,
            at: happenedAt(operation),
          })),
        );
      const counts = operations.flatMap(countsOf).map(({ count }) => count);
      const one = await levelAfter(all, first);
      const other = await levelAfter(all, second);
      expect(one.level).toEqual(other.level);
      expect(one.exceptions.toSorted()).toEqual(other.exceptions.toSorted());
      expect(one.moved).toBe(one.level?.onHand ?? 0);
      expect(one.level?.onHand ?? 0).toBe(onHandOf(moved, counts));
      const last = one.level?.count;
      const uncertain = last === undefined ? [] : moved.filter((row) => isUncertain(row, last));
      expect(one.level?.uncertain ?? []).toEqual(
        uncertain.map((row) => row.operationId).toSorted(),
      );
    }),
    { numRuns: 300 },
  );
});
