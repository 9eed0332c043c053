import { describe, expect, test } from 'vitest';
import { minor, ZERO } from '../kernel/money.ts';
import { fact } from './facts.fixture.ts';
import { opensDrawer } from './opens-drawer.ts';
import type { OperationContent } from './operation.ts';

const AT = '2026-01-02T10:00:00.000Z';

const paid = (tender: 'cash' | 'card'): OperationContent => ({
  type: 'order.paid',
  payload: {
    orderId: 'order',
    currency: 'KZT',
    rounding: ZERO,
    payments: [
      {
        id: 'p',
        tender,
        amount: minor(500),
        tendered: minor(500),
        change: ZERO,
        reference: null,
        at: AT,
      },
    ],
  },
});

describe('the cash drawer', () => {
  test('opens for cash, and not for a card', () => {
    expect(opensDrawer(fact(paid('cash')))).toBe(true);
    expect(opensDrawer(fact(paid('card')))).toBe(false);
  });

  test('opens where it is asked for, and for cash that comes or goes without goods', () => {
    const opening = { openingId: 'o', reason: 'change', note: '' } as const;
    expect(opensDrawer(fact({ type: 'drawer.opened', payload: opening }))).toBe(true);
    const move = {
      moveId: 'm',
      kind: 'in',
      currency: 'KZT',
      amount: minor(500),
      reason: 'change_fund',
      note: '',
    } as const;
    expect(opensDrawer(fact({ type: 'cash.moved', payload: move }))).toBe(true);
  });
});
