import type { StoreSettings, TaxRate } from '#shared/domain/settings/schema.ts';
import { tenge } from './demo-catalog.ts';

/** What a store is in the demo, besides its settings. */
export type DemoStore = {
  readonly storeId: string;
  readonly name: string;
  readonly address: string;
  /** Receipts on a usual day. */
  readonly receiptsPerDay: number;
  /** The till that made the past. */
  readonly tillId: string;
  /** Left for browsers that want to be a till. */
  readonly freeTillIds: readonly string[];
  /** How long the till has been out of contact, and what it had to push then. */
  readonly silence: { readonly minutes: number; readonly queued: number };
};

export const DEMO_STORES: readonly DemoStore[] = [
  {
    storeId: 'ALM1',
    name: 'Almaty · Abay',
    address: 'Алматы, пр. Абая, 45',
    receiptsPerDay: 54,
    tillId: 'ALM1-02',
    freeTillIds: ['ALM1-01', 'ALM1-03'],
    silence: { minutes: 0, queued: 0 },
  },
  {
    storeId: 'ALM2',
    name: 'Almaty · Mega',
    address: 'Алматы, ул. Розыбакиева, 247',
    receiptsPerDay: 66,
    tillId: 'ALM2-01',
    freeTillIds: ['ALM2-02'],
    silence: { minutes: 1, queued: 0 },
  },
  {
    storeId: 'AST1',
    name: 'Astana · Turan',
    address: 'Астана, пр. Тұран, 12',
    receiptsPerDay: 38,
    tillId: 'AST1-01',
    freeTillIds: ['AST1-02'],
    silence: { minutes: 42, queued: 12 },
  },
];

const vat = (id: string, percent: number): TaxRate => ({
  id,
  name: {
    en: `VAT ${percent}%`,
    ru: `НДС ${percent}%`,
    uk: `ПДВ ${percent}%`,
    kk: `ҚҚС ${percent}%`,
  },
  rate: percent * 100,
});

/** Kazakhstan, 2026: 16 %, medicines 5 %, periodicals 10 %, and what bears no tax. */
const TAX_RATES: TaxRate[] = [
  vat('vat16', 16),
  vat('vat10', 10),
  vat('vat5', 5),
  { id: 'vat0', name: { en: 'No VAT', ru: 'Без НДС', uk: 'Без ПДВ', kk: 'ҚҚС-сыз' }, rate: 0 },
];

const NOTES = [200, 500, 1000, 2000, 5000, 10_000, 20_000].map(tenge);

export const demoSettings = ({ storeId, name, address }: DemoStore): StoreSettings => ({
  storeId,
  name,
  chainName: 'Omni',
  address,
  currency: 'KZT',
  timeZone: 'Asia/Almaty',
  taxInclusive: true,
  taxRates: TAX_RATES,
  cashIncrement: tenge(1),
  notes: NOTES,
  discountLimit: 1000,
  scaleCodes: [
    { holds: 'weight', pattern: '21IIIIINNDDDC' },
    { holds: 'price', pattern: '22IIIIINNNNNC' },
  ],
});
