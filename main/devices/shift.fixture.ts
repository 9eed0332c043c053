import type { ShiftReport } from '#shared/domain/shift/report-schema.ts';
import { minor } from '#shared/kernel/money.ts';
import type { ShiftOnPaper } from '#shared/receipt/shift-on-paper.ts';

const OPENED = '2026-11-28T03:00:00.000Z';
const CLOSED = '2026-11-28T15:30:00.000Z';

const REPORT: ShiftReport = {
  sales: { count: 184, discount: minor(1_234_500), total: minor(48_766_000) },
  returns: { count: 3, total: minor(912_000) },
  handOvers: 21,
  rounding: minor(-175),
  tenders: [
    {
      tender: 'cash',
      taken: minor(18_340_000),
      payments: 97,
      refunded: minor(300_000),
      refunds: 2,
    },
    {
      tender: 'card',
      taken: minor(30_426_000),
      payments: 91,
      refunded: minor(612_000),
      refunds: 1,
    },
  ],
  drawer: {
    float: minor(2_000_000),
    tendered: minor(24_000_000),
    change: minor(5_660_000),
    cashIn: minor(500_000),
    cashOut: minor(120_000),
    safeDrops: minor(10_000_000),
    refunds: minor(300_000),
    expected: minor(10_420_000),
  },
  taxes: [
    {
      rate: 1600,
      sold: minor(48_766_000),
      soldTax: minor(6_726_344),
      returned: minor(912_000),
      returnedTax: minor(125_793),
    },
  ],
  categories: [
    { categoryId: 'bread', sold: minor(20_000_000), returned: minor(912_000) },
    { categoryId: null, sold: minor(28_766_000), returned: minor(0) },
  ],
  staff: [
    {
      staffId: 'aigerim',
      sales: 184,
      sold: minor(48_766_000),
      discount: minor(1_234_500),
      returns: 3,
      returned: minor(912_000),
    },
  ],
  discounts: [{ kind: 'promotion', promotionId: 'days', lines: 40, amount: minor(1_234_500) }],
  returnReasons: [{ reason: 'defect', lines: 3, total: minor(912_000) }],
  voids: { lines: 4, baskets: 1, amount: minor(560_000) },
  cashMoves: [
    {
      at: '2026-11-28T07:15:00.000Z',
      staffId: 'aigerim',
      move: {
        moveId: 'm',
        kind: 'out',
        currency: 'KZT',
        amount: minor(120_000),
        reason: 'expense',
        note: 'ұсақ шығын, сүлгі',
      },
    },
  ],
  drawerOpenings: 2,
  pendingRefunds: [{ refundId: 'r', orderId: 'order', tender: 'card', amount: minor(612_000) }],
};

/** A Z report with something of everything on it. */
export const SHIFT: ShiftOnPaper = {
  storeName: 'Алматы · Абай',
  tillId: 'ALM1-01',
  number: 42,
  currency: 'KZT',
  openedAt: OPENED,
  openedBy: 'aigerim',
  at: CLOSED,
  by: 'aigerim',
  report: REPORT,
  closing: {
    shiftId: 'shift',
    number: 42,
    currency: 'KZT',
    openedAt: OPENED,
    openedBy: 'aigerim',
    counts: [
      {
        at: CLOSED,
        staffId: 'aigerim',
        isBlind: true,
        pieces: [
          { value: minor(2_000_000), pieces: 4 },
          { value: minor(500_000), pieces: 4 },
          { value: minor(20_000), pieces: 20 },
        ],
        counted: minor(10_400_000),
        expected: minor(10_420_000),
      },
    ],
    counted: minor(10_400_000),
    expected: minor(10_420_000),
    difference: minor(-20_000),
    note: 'қайтарымда ұсақ ақша болмады',
    report: REPORT,
    operations: [{ journalId: 'ALM1-01', count: 210 }],
  },
  isBlind: false,
  staffName: () => 'Әйгерім С.',
  categoryName: () => 'Нан',
};
