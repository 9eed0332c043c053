import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { applyToParked } from '#shared/operations/basket-effects.ts';
import { fact } from '#shared/operations/facts.fixture.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { contradictionsOfParked } from '../exception/of-operation.ts';
import { isWaiting } from './apply.ts';
import type { ParkedBasket, ParkedContent } from './schema.ts';

const CONTENT: ParkedContent = {
  taxInclusive: true,
  lines: [
    {
      id: '1',
      sku: 'TEA',
      name: { en: 'Tea' },
      categoryId: 'food',
      kind: 'goods',
      unit: 'piece',
      quantity: units(2),
      unitPrice: minor(10_000),
      taxRate: 1200,
      discount: { type: 'price', price: minor(9000), reason: 'damaged' },
    },
  ],
  discount: null,
  customerId: 'dana',
  approval: { managerId: 'manager', limit: 2000 },
};

const PARKED = fact({
  type: 'basket.parked',
  payload: { basketId: 'basket', currency: 'KZT', content: CONTENT },
});

const recalled = (till: number, seq = 2, basketId = 'basket'): Operation =>
  fact({ type: 'basket.recalled', payload: { basketId, nextOrderId: `next-${till}` } }, till, seq);

const discarded = (till: number, seq = 3): Operation =>
  fact(
    {
      type: 'basket.discarded',
      payload: {
        basketId: 'basket',
        lineCount: 1,
        currency: 'KZT',
        amount: minor(18_000),
        reason: 'not_back',
      },
    },
    till,
    seq,
  );

const after = (...operations: readonly Operation[]): ParkedBasket => {
  const basket = operations.reduce<ParkedBasket | null>(applyToParked, null);
  return basket ?? expect.fail('no basket');
};

describe('a parked basket', () => {
  test('waits with all that was in it, until somebody recalls it', () => {
    const waiting = after(PARKED);
    expect(isWaiting(waiting)).toBe(true);
    expect(waiting).toMatchObject({ id: 'basket', storeId: 'ALM1', parked: { content: CONTENT } });
    expect(isWaiting(after(PARKED, recalled(2)))).toBe(false);
    expect(contradictionsOfParked(after(PARKED, recalled(2)))).toEqual([]);
  });

  test('S5: is the same whichever of its facts is heard of first, and however often', () => {
    const facts = [PARKED, recalled(1), recalled(2), recalled(3), discarded(2), discarded(4)];
    const whole = after(...facts);
    const heard = fc
      .tuple(
        fc.shuffledSubarray(facts, { minLength: facts.length }),
        fc.array(fc.constantFrom(...facts), { maxLength: 4 }),
      )
      .map(([first, again]) => [...first, ...again]);
    fc.assert(
      fc.property(heard, (told) => {
        expect(after(...told)).toEqual(whole);
      }),
    );
  });

  test('R7: waits no more when somebody gave it up, whoever was told of that first', () => {
    expect(isWaiting(after(PARKED, discarded(1)))).toBe(false);
    expect(after(discarded(1), PARKED)).toEqual(after(PARKED, discarded(1)));
  });

  test('S8: given up here and recalled at a till that was cut off, is sold there and for nobody to look into', () => {
    expect(contradictionsOfParked(after(PARKED, discarded(1), recalled(2)))).toEqual([]);
  });

  test('S8: recalled at two tills that were cut off, is for the manager to look into, once', () => {
    const twice = after(PARKED, recalled(2), recalled(3), recalled(2));
    expect(contradictionsOfParked(twice)).toEqual([
      {
        id: 'basket_recalled_twice:basket',
        kind: 'basket_recalled_twice',
        storeId: 'ALM1',
        otherStoreIds: [],
        subject: { type: 'operation', id: PARKED.id },
        evidence: [PARKED.id, recalled(2).id, recalled(3).id],
        amount: null,
        owner: 'store_manager',
      },
    ]);
  });

  test('is not touched by what is about another', () => {
    const waiting = after(PARKED);
    expect(applyToParked(waiting, recalled(2, 2, 'another'))).toBe(waiting);
  });
});
