import { describe, expect, test } from 'vitest';
import { isWithinLimit } from '#shared/domain/pricing/manual-discounts.ts';
import { NO_PROMOTIONS } from '#shared/domain/pricing/promotion-book.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import type { Policy } from '#shared/domain/settings/policy.ts';
import { DEFAULT_ROLES } from '#shared/domain/staff/rights.ts';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { parkBasket } from '../commands/park-basket.ts';
import { ACTOR, AT, createTill, product, SETTINGS } from '../store/till.fixture.ts';
import { person } from '../store/people.fixture.ts';
import { approversOf } from './approvers.ts';
import {
  allowedDiscount,
  approvalOf,
  withHeldApproval,
  withParkedApproval,
} from './discount-approval.ts';
import {
  addProduct,
  discountLine,
  emptyBasket,
  type OpenBasket,
  removeLine,
  setQuantity,
} from './open-basket.ts';
import { parkedContent, recalledBasket } from './parked-content.ts';

const put = (basket: OpenBasket, sku: string, price: number, pieces = 1): OpenBasket =>
  addProduct(basket, product(sku, { price: minor(price) }), units(pieces), SETTINGS, {
    anyone: minor(price),
    buyer: minor(price),
  });

const linesOf = (basket: OpenBasket) => priceBasket(basket, NO_PROMOTIONS, AT).lines;

/** A bun of 1.00, which a manager let go for 0.10. */
const cheapBun = (): OpenBasket => {
  const open = discountLine(put(emptyBasket('a', true), 'BUN', 100), '1', {
    type: 'percent',
    rate: 9000,
  });
  return { ...open, approval: approvalOf('saule', linesOf(open)) };
};

/** Seniors may approve here, and give a fifth away themselves. */
const SHOP = {
  settings: SETTINGS,
  staff: [person('aigerim', 'cashier'), person('bolat', 'senior'), person('saule', 'manager')],
  policy: {
    ...DEFAULT_POLICY,
    roles: { ...DEFAULT_ROLES, senior: { rights: ['approve'], discountLimit: 2000 } },
  } satisfies Policy,
};

const CASHIER = { actor: 'aigerim', own: 1000 };

const approvers = (basket: OpenBasket, actor = CASHIER.actor, isOld = false): string[] => {
  const covers = (limit: number): boolean => isWithinLimit(linesOf(basket), limit);
  return approversOf(SHOP, { actor, isOld, covers }).map(({ id }) => id);
};

const judged = (basket: OpenBasket, { actor, own } = CASHIER) =>
  allowedDiscount(linesOf(basket), basket.approval, {
    own,
    approvers: approvers(basket, actor).map((id) => ({ id })),
  });

describe('leave for a discount', () => {
  test('R6: holds for what it was given for, and is on record', () => {
    expect(judged(cheapBun())).toEqual({ discountLimit: 9000, managerId: 'saule' });
    // Also where the share has become small enough for a cashier.
    expect(judged(put(cheapBun(), 'TELEVISION', 50_000))?.managerId).toBe('saule');
  });

  test('R6: covers no other goods and no larger amount', () => {
    const television = put(cheapBun(), 'TELEVISION', 50_000);
    const off = discountLine(television, '2', { type: 'percent', rate: 9000 });
    expect(judged(off)).toBeNull();
    expect(judged({ ...television, discount: { type: 'percent', rate: 8000 } })).toBeNull();
    expect(judged(setQuantity(cheapBun(), '1', units(10)))).toBeNull();
  });

  test('R6: given for a part of a basket is not leave for it all', () => {
    const both = put(cheapBun(), 'TEA', 10_000);
    const approved = { ...both, approval: approvalOf('saule', linesOf(both)) };
    expect(judged(approved)?.managerId).toBe('saule');
    expect(judged(removeLine(approved, '2'))).toBeNull();
  });

  test('R6: is nothing for who gave it: they are judged by their own limit', () => {
    expect(judged(cheapBun(), { actor: 'saule', own: 2000 })).toBeNull();
    expect(judged(cheapBun(), { actor: 'saule', own: 10_000 })).toEqual({
      discountLimit: 10_000,
      managerId: null,
    });
  });

  test('R6: that was asked before anybody kept what it was for covers nothing', () => {
    expect(judged({ ...cheapBun(), approval: { managerId: 'saule', limit: 9000 } })).toBeNull();
  });
});

describe('who may give leave for a discount', () => {
  const off = (rate: number): OpenBasket => ({
    ...put(emptyBasket('a', true), 'TEA', 10_000),
    discount: { type: 'percent', rate },
  });

  test('R6: is who may give as much themselves, and never who sells', () => {
    expect(approvers(off(2000))).toEqual(['bolat', 'saule']);
    expect(approvers(off(2100))).toEqual(['saule']);
    expect(approvers(off(2100), 'saule')).toEqual([]);
    expect(approversOf(SHOP, { actor: null, isOld: false, covers: null })).toHaveLength(2);
  });

  test('R5: is nobody when the server was silent for too long', () => {
    expect(approvers(off(2000), CASHIER.actor, true)).toEqual([]);
  });

  test('R6: a leave ends when who gave it may not any more', () => {
    const basket = { ...off(3000), approval: approvalOf('bolat', linesOf(off(3000))) };
    expect(judged(basket)).toBeNull();
  });
});

describe('leave for a discount of a basket that is parked', () => {
  const recalled = async (open: OpenBasket): Promise<OpenBasket> => {
    const { store } = await createTill();
    const content = parkedContent(withHeldApproval(open, NO_PROMOTIONS, AT));
    await parkBasket(store, ACTOR, { basketId: open.orderId, content });
    const [waiting] = store.view.parkedBaskets();
    if (!waiting) throw new Error('nothing is parked');
    return withParkedApproval(recalledBasket(waiting, 'b', []), waiting, NO_PROMOTIONS);
  };

  test('R6: holds for what was parked and for nothing more', async () => {
    const basket = await recalled(cheapBun());
    expect(judged(basket)?.managerId).toBe('saule');
    const more = put(basket, 'TELEVISION', 50_000);
    expect(judged(discountLine(more, '2', { type: 'percent', rate: 9000 }))).toBeNull();
    expect(judged(basket, { actor: 'saule', own: 2000 })).toBeNull();
  });

  test('R6: does not come back with what it was not given for', async () => {
    const more = put(cheapBun(), 'TELEVISION', 50_000);
    const basket = await recalled(discountLine(more, '2', { type: 'percent', rate: 9000 }));
    expect(basket.approval).toBeNull();
    expect(judged(basket)).toBeNull();
  });
});
