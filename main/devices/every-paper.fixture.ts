import type { Order } from '#shared/domain/order/schema.ts';
import type { Return } from '#shared/domain/return/schema.ts';
import { minor, ZERO } from '#shared/kernel/money.ts';
import type { Locale } from '#shared/kernel/text.ts';
import { cashMoveLines } from '#shared/receipt/cash-move-lines.ts';
import { labelLines } from '#shared/receipt/label-lines.ts';
import type { PaperLine } from '#shared/receipt/paper-line.ts';
import { paperWords } from '#shared/receipt/paper-words.ts';
import { receiptLines } from '#shared/receipt/receipt-lines.ts';
import { returnLines } from '#shared/receipt/return-lines.ts';
import { shiftLines } from '#shared/receipt/shift-lines.ts';
import { slipLines } from '#shared/receipt/slip-lines.ts';
import { RECEIPT } from './receipt.fixture.ts';
import { SHIFT } from './shift.fixture.ts';

const AT = '2026-11-28T09:05:00.000Z';
const [BREAD, CHEESE] = RECEIPT.lines;
const SHOP = RECEIPT;
const GOODS = [BREAD, CHEESE].filter((line) => line !== undefined);

const ORDER: Order = {
  id: 'order',
  number: 'W-20417',
  channel: 'web',
  storeId: 'ALM1',
  tillId: null,
  staffId: null,
  provisional: false,
  placedAt: AT,
  updatedAt: AT,
  customer: { customerId: null, name: 'Әсел Қасымова', phone: '+7 701 000 00 00' },
  currency: 'KZT',
  taxInclusive: true,
  lines: GOODS,
  formerLines: [],
  removals: [],
  totals: {
    gross: RECEIPT.gross,
    discount: RECEIPT.discount,
    tax: ZERO,
    total: minor(RECEIPT.gross - RECEIPT.discount),
    rounding: ZERO,
  },
  payments: [],
  refunds: [],
  returns: [],
  pickup: {
    state: 'prepared',
    placedAt: AT,
    acceptedAt: AT,
    readyAt: AT,
    pickedUpAt: null,
    expiresAt: '2026-12-01T15:00:00.000Z',
    shelf: 'B-12',
    assignment: { storeId: 'ALM1', at: AT, actId: 'order' },
    moves: [],
    shipment: null,
    picks: [],
    preparations: [],
    handOvers: [],
    failedAt: null,
    putBacks: [],
  },
  canceledAt: null,
  seen: {},
};

const RETURN: Return = {
  returnId: 'return',
  number: 'ALM1-01-000043',
  orderId: 'order',
  proof: 'receipt',
  customer: null,
  creditConsent: true,
  currency: 'KZT',
  lines: GOODS.map(({ id, sku, name, kind, unit, quantity, taxRate, tax, total }) => ({
    id,
    orderLineId: id,
    sku,
    name,
    kind,
    unit,
    quantity,
    taxRate,
    tax,
    total,
    reason: 'defect',
    condition: 'defective',
    disposition: 'damaged',
  })),
  total: minor(334_025),
  rounding: minor(-25),
  refunds: [
    {
      id: 'r',
      tender: 'store_credit',
      amount: minor(334_000),
      state: 'refunded',
      reference: 'SC-7F3K-91QD',
      at: AT,
    },
  ],
};

export const PAPERS = [
  'receipt',
  'copy',
  'gift',
  'ahead',
  'return',
  'slip',
  'cash',
  'z-report',
  'labels',
] as const;
export type PaperKind = (typeof PAPERS)[number];

/** One of every paper that a till prints. */
export const everyPaper = (locale: Locale): Record<PaperKind, readonly PaperLine[]> => {
  const words = paperWords(locale, 'Asia/Almaty');
  const code = `OTR1.${'A1b2C3d4_-'.repeat(20)}`;
  return {
    ahead: receiptLines(
      { receipt: { ...RECEIPT, isAhead: true }, code: null, form: { type: 'original' } },
      words,
    ),
    cash: cashMoveLines(
      {
        shop: SHOP,
        move: {
          moveId: 'move',
          kind: 'out',
          currency: 'KZT',
          amount: minor(1_250_000),
          reason: 'supplier',
          note: 'ТОО «Наурыз», накладная 118',
        },
        at: AT,
        tillId: 'ALM1-01',
        cashier: 'Әйгерім',
        approver: 'Болат Ахметов',
        fiscal: { number: '000000118', sign: '9A3F-07C1', code: null, mode: 'online' },
        isCopy: false,
      },
      words,
    ),
    copy: receiptLines({ receipt: RECEIPT, code, form: { type: 'copy', number: 2 } }, words),
    gift: receiptLines({ receipt: RECEIPT, code, form: { type: 'gift' } }, words),
    receipt: receiptLines({ receipt: RECEIPT, code, form: { type: 'original' } }, words),
    return: returnLines(
      {
        shop: SHOP,
        returned: RETURN,
        tillId: 'ALM1-01',
        cashier: 'Әйгерім',
        at: AT,
        fiscal: null,
        isCopy: false,
      },
      words,
    ),
    slip: slipLines(ORDER, SHOP, words),
    'z-report': shiftLines(SHIFT, words),
    labels: labelLines(
      GOODS.map(({ name, unitPrice, sku }, index) => ({
        title: words.text(name),
        figure: words.money(unitPrice, 'KZT'),
        note: `${words.say.unit.piece} · ${sku}`,
        code: ['4006381333931', 'ALM1-01-D-000042'][index] ?? sku,
      })),
    ),
  };
};
