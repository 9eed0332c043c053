import type { StoreSettings } from '../domain/settings/schema.ts';
import { add, type Minor, minor, ZERO } from '../kernel/money.ts';
import { quantity } from '../kernel/quantity.ts';
import type { LocalizedText } from '../kernel/text.ts';
import type { Receipt } from './receipt.ts';

type Sample = { readonly name: LocalizedText; readonly thousandths: number; readonly price: Minor };

const SAMPLES: readonly Sample[] = [
  {
    name: { en: 'Loaf, white', ru: 'Хлеб белый', uk: 'Хліб білий', kk: 'Ақ нан' },
    thousandths: 2000,
    price: minor(25_000),
  },
  {
    name: {
      en: 'Cheese of the mountains, matured',
      ru: 'Сыр горный выдержанный',
      uk: 'Сир гірський витриманий',
      kk: 'Таулы жердің пісіп-жетілген ірімшігі',
    },
    thousandths: 350,
    price: minor(520_000),
  },
];

const lineOf = (
  { name, thousandths, price }: Sample,
  place: number,
  { taxRates, taxInclusive }: StoreSettings,
): Receipt['lines'][number] => {
  const rate = taxRates[0]?.rate ?? 0;
  const gross = minor(Math.round((price * thousandths) / 1000));
  const tax = minor(Math.round((gross * rate) / (taxInclusive ? 10_000 + rate : 10_000)));
  return {
    id: `sample-${place}`,
    sku: `sample-${place}`,
    name,
    kind: 'goods',
    unit: place === 0 ? 'piece' : 'kilogram',
    quantity: quantity(thousandths),
    unitPrice: price,
    taxRate: rate,
    gross,
    discounts: [],
    net: gross,
    tax,
    total: taxInclusive ? gross : add(gross, tax),
    pieces: [],
  };
};

/** A receipt of a store as its customers would get it, of goods that nobody bought. */
export const sampleReceipt = (settings: StoreSettings, layout: Receipt['layout']): Receipt => {
  const lines = SAMPLES.map((sample, place) => lineOf(sample, place, settings));
  const total = add(...lines.map((line) => line.total));
  const [rate] = settings.taxRates;
  return {
    layout,
    isAhead: false,
    chainName: settings.chainName,
    storeName: settings.name,
    address: settings.address,
    number: `${settings.storeId}-01-000042`,
    at: '2026-03-02T11:05:00.000Z',
    tillId: `${settings.storeId}-01`,
    cashier: null,
    customer: null,
    currency: settings.currency,
    lines,
    gross: add(...lines.map((line) => line.gross)),
    discount: ZERO,
    rounding: ZERO,
    total,
    taxInclusive: settings.taxInclusive,
    taxes: rate
      ? [{ rate: rate.rate, name: rate.name, tax: add(...lines.map(({ tax }) => tax)) }]
      : [],
    payments: [
      {
        id: 'sample',
        tender: 'card',
        tendered: total,
        amount: total,
        change: ZERO,
        reference: null,
        at: '2026-03-02T11:05:00.000Z',
      },
    ],
    change: ZERO,
    points: null,
    note: null,
    buyerTaxNumber: null,
    fiscal: [],
  };
};
