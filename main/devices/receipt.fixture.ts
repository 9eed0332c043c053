import type { Receipt } from '#shared/receipt/receipt.ts';
import { minor } from '#shared/kernel/money.ts';

import { quantity } from '#shared/kernel/quantity.ts';
import { LAYOUT } from './layout.fixture.ts';

const OFFER = {
  en: 'Days of cheese',
  ru: 'Дни сыра',
  uk: 'Дні сиру',
  kk: 'Ірімшік күндері',
};

const line = (
  id: string,
  name: Receipt['lines'][number]['name'],
  thousandths: number,
  unitPrice: number,
  discount = 0,
): Receipt['lines'][number] => {
  const gross = Math.round((unitPrice * thousandths) / 1000);
  const net = gross - discount;
  return {
    id,
    sku: id,
    name,
    kind: 'goods',
    unit: 'piece',
    quantity: quantity(thousandths),
    unitPrice: minor(unitPrice),
    taxRate: 1600,
    gross: minor(gross),
    discounts:
      discount === 0
        ? []
        : [{ kind: 'promotion', promotionId: 'days', name: OFFER, amount: minor(discount) }],
    net: minor(net),
    tax: minor(Math.round((net * 1600) / 11_600)),
    total: minor(net),
    pieces: [],
  };
};

/** A receipt with letters of all four languages, marks that mean something to ReceiptLine, and a long name. */
export const RECEIPT: Receipt = {
  layout: LAYOUT,
  isAhead: false,
  chainName: 'Omnitill',
  storeName: 'Алматы · Абай',
  address: 'пр. Абая, 10 | Almaty {KZ}',
  number: 'ALM1-01-000042',
  at: '2026-11-28T09:05:00.000Z',
  tillId: 'ALM1-01',
  cashier: 'Әйгерім',
  customer: null,
  currency: 'KZT',
  lines: [
    line(
      'a',
      { en: 'Bread, white', ru: 'Хлеб белый', uk: 'Хліб білий її ґанок', kk: 'Ақ нан үлкен' },
      2000,
      25_000,
    ),
    line(
      'b',
      {
        en: 'Cheese of the mountains, matured for twelve months, 50% fat, by weight',
        ru: 'Сыр горный, выдержанный двенадцать месяцев, 50% жирности, весовой',
        uk: 'Сир гірський, витриманий дванадцять місяців, 50% жирності, ваговий',
        kk: 'Тау ірімшігі, он екі ай жетілген, майлылығы 50%, салмақпен',
      },
      333,
      890_000,
      12_345,
    ),
  ],
  gross: minor(346_370),
  discount: minor(12_345),
  rounding: minor(-25),
  total: minor(334_000),
  taxInclusive: true,
  taxes: [
    {
      rate: 1600,
      name: { en: 'VAT 16%', ru: 'НДС 16%', uk: 'ПДВ 16%', kk: 'ҚҚС 16%' },
      tax: minor(46_070),
    },
  ],
  payments: [
    {
      id: 'p',
      tender: 'cash',
      amount: minor(334_000),
      tendered: minor(500_000),
      change: minor(166_000),
      reference: null,
      at: '2026-11-28T09:05:00.000Z',
    },
  ],
  change: minor(166_000),
  points: { earned: 167, spent: 40, known: { balance: 1234, at: '2026-11-28T09:05:00.000Z' } },
  note: null,
  buyerTaxNumber: null,
  fiscal: [],
};
