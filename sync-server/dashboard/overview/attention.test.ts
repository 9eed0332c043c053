import { describe, expect, test } from 'vitest';
import type { Overview } from '#shared/protocol/dashboard.ts';
import { attentionOf } from './attention.ts';

const now = Date.parse('2026-11-22T09:00:00.000Z');

const figures = {
  netSales: 0,
  sales: 0,
  returns: 0,
  tax: 0,
  receipts: 0,
  averageBasket: 0,
  returnsShare: 0,
};

const quiet: Overview = {
  at: '2026-11-22T09:00:00.000Z',
  day: '2026-11-22',
  storeId: null,
  currency: 'KZT',
  currencies: ['KZT'],
  figures,
  lastWeek: figures,
  giftCardsSold: 0,
  hours: [],
  channels: [],
  stores: [],
  pickups: { states: [], overdue: 0 },
  tills: [],
  exceptions: { open: 0, newest: [] },
  quarantined: 0,
  topProducts: [],
};

const till = (tillId: string, secondsAgo: number): Overview['tills'][number] => {
  const at = new Date(now - secondsAgo * 1000).toISOString();
  return {
    tillId,
    storeId: 'ALM1',
    state: 'enrolled',
    enrolledAt: at,
    revokedAt: null,
    lastContactAt: at,
    queued: 0,
    completeAt: at,
  };
};

const exception = (id: string, kind: Overview['exceptions']['newest'][number]['kind']) => ({
  id,
  kind,
  storeId: 'ALM1',
  subject: { type: 'order', id: 'order' } as const,
  evidence: [],
  otherStoreIds: [],
  amount: null,
  task: 'count_stock' as const,
  people: [],
  owner: 'store_manager' as const,
  state: 'open' as const,
  openedAt: '2026-11-22T08:00:00.000Z',
  closedAt: null,
  resolution: null,
});

describe('what needs attention', () => {
  test('is nothing on a quiet day', () => {
    expect(attentionOf(quiet, now)).toEqual([]);
  });

  test('names tills out of contact, the longest silence first, and no restarts', () => {
    const tills = [till('ALM1-01', 300), till('ALM1-02', 3600), till('AST1-01', 30 * 3600)];
    expect(attentionOf({ ...quiet, tills }, now)).toMatchObject([
      { tillId: 'AST1-01', isSilent: true },
      { tillId: 'ALM1-02', isSilent: false },
    ]);
  });

  test('counts the tills beyond the three that it names', () => {
    const tills = Array.from({ length: 5 }, (_, index) => till(`ALM1-0${index}`, 3600 + index));
    expect(attentionOf({ ...quiet, tills }, now).at(-1)).toEqual({ type: 'more_tills', count: 2 });
  });

  test('leaves out tills that were revoked', () => {
    const revoked = { ...till('ALM1-01', 3600), state: 'revoked' as const };
    expect(attentionOf({ ...quiet, tills: [revoked] }, now)).toEqual([]);
  });

  test('counts exceptions by kind, and those it was not told of', () => {
    const newest = [
      exception('1', 'handed_over_twice'),
      exception('2', 'handed_over_twice'),
      exception('3', 'below_zero'),
    ];
    expect(attentionOf({ ...quiet, exceptions: { open: 5, newest } }, now)).toEqual([
      { type: 'exception', kind: 'handed_over_twice', count: 2 },
      { type: 'exception', kind: 'below_zero', count: 1 },
      { type: 'more_exceptions', count: 2 },
    ]);
  });

  test('counts what could not be applied and what nobody collected', () => {
    const overview = { ...quiet, quarantined: 2, pickups: { states: [], overdue: 4 } };
    expect(attentionOf(overview, now)).toEqual([
      { type: 'quarantined', count: 2 },
      { type: 'overdue', count: 4 },
    ]);
  });
});
