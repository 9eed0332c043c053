import { NO_PROMOTIONS } from '#shared/domain/pricing/promotion-book.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { decideHandOver } from '#shared/domain/pickup/decide.ts';
import { decideSale } from '#shared/domain/sale/decide.ts';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';
import { sealOperation } from '#shared/operations/seal.ts';
import { webCrypto } from '../host/web-crypto.ts';
import { createOverlay } from './overlay.ts';
import { ACTOR, AT, basketOf, JOURNAL, received, webOrder } from './till.fixture.ts';

const NOTHING_KEPT = new Set<string>();

const sealAt = (content: OperationContent, seq: number, journalId = JOURNAL): Promise<Operation> =>
  sealOperation(
    content,
    { journalId, tillId: 'ONE-01', storeId: 'ONE', at: AT, clockOffset: 0, ...ACTOR },
    { seq: seq - 1, hash: GENESIS_HASH },
    webCrypto,
  );

const saleOf = (orderId: string, sku: string): OperationContent => {
  const basket = basketOf(sku);
  const sale = decideSale({
    orderId,
    number: 'N-1',
    currency: 'KZT',
    catalogVersion: 1,
    customerId: null,
    basket,
    promotions: NO_PROMOTIONS,
    pricedAt: AT,
    offers: [{ id: `paid-${orderId}`, tender: 'card', tendered: minor(10_000), reference: null }],
    cashIncrement: 1,
    at: AT,
  });
  if (!sale.ok) throw new Error(sale.problem.type);
  return { type: 'sale.completed', payload: sale.value };
};

const handOverOf = (order: ReturnType<typeof webOrder>): OperationContent => {
  const offers = [
    { id: 'paid', tender: 'card' as const, tendered: order.totals.total, reference: null },
  ];
  const handedOver = decideHandOver(order, {
    parts: null,
    offers,
    proof: { type: 'code' },
    collectedBy: null,
    cashIncrement: 1,
    at: AT,
  });
  if (!handedOver.ok) throw new Error(handedOver.problem.type);
  return { type: 'pickup.handedOver', payload: handedOver.value };
};

const level = (onHand: number, reserved: number, seen: Record<string, number>) => ({
  storeId: 'ONE',
  sku: 'TEA',
  onHand: units(onHand),
  reserved: units(reserved),
  seen,
});

describe('a document and what was done here since', () => {
  test('§1.4: an operation that the document contains counts once', async () => {
    const overlay = createOverlay('ONE', NOTHING_KEPT);
    overlay.add(await sealAt(received('TEA', 5), 1));
    overlay.add(await sealAt(received('TEA', 7), 2));
    expect(overlay.stockLevel('TEA', level(0, 0, {}), {}).onHand).toBe(units(12));
    expect(overlay.stockLevel('TEA', level(5, 0, { [JOURNAL]: 1 }), {}).onHand).toBe(units(12));
    expect(overlay.stockLevel('TEA', level(12, 0, { [JOURNAL]: 2 }), {}).onHand).toBe(units(12));
    expect(overlay.stockLevel('TEA', level(12, 0, { [JOURNAL]: 9 }), {}).onHand).toBe(units(12));
  });

  test('J1: what was seen of one journal says nothing of another', async () => {
    const overlay = createOverlay('ONE', NOTHING_KEPT);
    overlay.add(await sealAt(received('TEA', 5), 1, 'ONE-01_1'));
    overlay.add(await sealAt(received('TEA', 7), 1, 'ONE-01_2'));
    const base = level(5, 0, { 'ONE-01_1': 1, 'TWO-01_1': 8 });
    expect(overlay.stockLevel('TEA', base, {}).onHand).toBe(units(12));
  });

  test('S3: goods handed over leave the shelf and their reservation', async () => {
    const overlay = createOverlay('ONE', NOTHING_KEPT);
    overlay.add(await sealAt(handOverOf(webOrder('a', 'TEA')), 1));
    expect(overlay.stockLevel('TEA', level(3, 1, {}), {})).toMatchObject({
      onHand: units(2),
      reserved: units(0),
    });
    expect(overlay.stockLevel('TEA', level(3, 0, {}), {}).reserved).toBe(units(0));
  });

  test('an order of the server shows its hand-over here, and one sold here shows by itself', async () => {
    const overlay = createOverlay('ONE', NOTHING_KEPT);
    const base = webOrder('a', 'TEA');
    overlay.add(await sealAt(handOverOf(base), 1));
    overlay.add(await sealAt(saleOf('b', 'TEA'), 2));
    expect(overlay.order('a', base, {})?.pickup?.state).toBe('completed');
    expect(overlay.order('b', null, {})).toMatchObject({ id: 'b', number: 'N-1', pickup: null });
    expect(overlay.order('c', null, {})).toBeNull();
    expect(overlay.orderIds()).toEqual(['b', 'a']);
  });

  test('S2: over an absent document only later operations are laid', async () => {
    const overlay = createOverlay('ONE', NOTHING_KEPT);
    overlay.add(await sealAt(saleOf('a', 'TEA'), 1));
    overlay.add(await sealAt(received('TEA', 5), 2));
    expect(overlay.order('a', null, { [JOURNAL]: 0 })).not.toBeNull();
    expect(overlay.order('a', null, { [JOURNAL]: 1 })).toBeNull();
    expect(overlay.stockLevel('TEA', null, { [JOURNAL]: 1 }).onHand).toBe(units(5));
    expect(overlay.stockLevel('TEA', null, { [JOURNAL]: 2 })).toEqual(level(0, 0, {}));
  });

  test('P3: what the server keeps aside stays in effect here, whatever was seen after it', async () => {
    const kept = await sealAt(saleOf('a', 'TEA'), 1);
    const overlay = createOverlay('ONE', new Set([kept.hash]));
    overlay.add(kept);
    overlay.add(await sealAt(received('TEA', 5), 2));
    expect(overlay.order('a', null, { [JOURNAL]: 2 })?.number).toBe('N-1');
    expect(overlay.stockLevel('TEA', level(5, 0, { [JOURNAL]: 2 }), {}).onHand).toBe(units(4));
    expect(overlay.isKeptAside('a')).toBe(true);
    expect(overlay.isKeptAside('b')).toBe(false);
  });

  test('P4: another operation of the same id that is kept aside does not keep this one', async () => {
    const overlay = createOverlay('ONE', new Set(['f'.repeat(64)]));
    overlay.add(await sealAt(saleOf('a', 'TEA'), 1));
    expect(overlay.order('a', null, { [JOURNAL]: 1 })).toBeNull();
    expect(overlay.isKeptAside('a')).toBe(false);
  });
});

describe('forget', () => {
  test('leaves what is unseen or kept aside; who reads the one before misses nothing', async () => {
    const kept = await sealAt(received('TEA', 1), 1);
    const before = createOverlay('ONE', NOTHING_KEPT);
    before.add(kept);
    before.add(await sealAt(received('TEA', 10), 2));
    before.add(await sealAt(received('TEA', 100), 3));
    const after = before.forget({ [JOURNAL]: 2 }, new Set([kept.hash]));
    expect(after.stockLevel('TEA', null, {}).onHand).toBe(units(101));
    expect(before.stockLevel('TEA', null, {}).onHand).toBe(units(111));
    const later = after.forget({ [JOURNAL]: 3 }, NOTHING_KEPT);
    expect(later.stockLevel('TEA', null, {}).onHand).toBe(units(0));
  });
});

describe('in any order', () => {
  const COUNT = 12;
  let operations: Operation[];

  beforeAll(async () => {
    operations = await Promise.all(
      Array.from({ length: COUNT }, (_, index) =>
        sealAt(received(index % 3 === 0 ? 'CAKE' : 'TEA', 2 ** index), index + 1),
      ),
    );
  });

  const sumThrough = (seq: number): number =>
    operations.reduce(
      (sum, { seq: own }, index) => (index % 3 !== 0 && own <= seq ? sum + 2 ** index : sum),
      0,
    );

  test('§1.4: each operation counts once, however often it is told and whatever the document contains', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...Array(COUNT).keys()], { minLength: COUNT }),
        fc.array(fc.nat(COUNT - 1)),
        fc.nat(COUNT),
        fc.nat(COUNT),
        fc.integer({ min: -5, max: 5 }),
        (order, again, known, floor, others) => {
          const told = createOverlay('ONE', NOTHING_KEPT);
          for (const index of [...order, ...again]) {
            const operation = operations[index];
            if (operation) told.add(operation);
          }
          const overlay = told.forget({ [JOURNAL]: Math.min(known, floor) }, NOTHING_KEPT);
          const base = level(sumThrough(known) + others, 0, { [JOURNAL]: known });
          expect(overlay.stockLevel('TEA', base, {}).onHand).toBe(
            units(sumThrough(COUNT) + others),
          );
        },
      ),
    );
  });
});
