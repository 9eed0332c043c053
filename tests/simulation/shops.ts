import type { Product } from '#shared/domain/catalog/schema.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { minor } from '#shared/kernel/money.ts';

/** The chain that every history happens in: two stores, a few goods that are hard to price. */
export const STORE_IDS = ['ALM1', 'AST1'] as const;

export const settingsOf = (storeId: string): StoreSettings => ({
  storeId,
  name: storeId,
  chainName: 'Chain',
  address: '',
  currency: 'KZT',
  timeZone: 'Asia/Almaty',
  taxInclusive: storeId === 'ALM1',
  taxRates: [
    { id: 'standard', name: { en: 'VAT' }, rate: 1600 },
    { id: 'reduced', name: { en: 'Reduced' }, rate: 500 },
  ],
  cashIncrement: 100,
  notes: [],
  discountLimit: 10_000,
});

const person = (id: string, role: StaffMember['role']): StaffMember => ({
  id,
  name: id,
  role,
  storeIds: [...STORE_IDS],
  pin: { salt: 'a'.repeat(16), iterations: 1, hash: 'b'.repeat(43) },
  active: true,
});

export const STAFF: readonly StaffMember[] = [
  person('cashier', 'cashier'),
  person('manager', 'manager'),
];

const product = (sku: string, price: number, more: Partial<Product> = {}): Product => ({
  sku,
  barcodes: [],
  name: { en: sku },
  categoryId: 'all',
  kind: 'goods',
  unit: 'piece',
  price: minor(price),
  storePrices: {},
  taxRateId: 'standard',
  tile: null,
  active: true,
  ...more,
});

export const PRODUCTS: readonly Product[] = [
  product('bread', 19_999),
  product('milk', 45_050, { taxRateId: 'reduced', storePrices: { AST1: minor(47_033) } }),
  product('apples', 89_990, { unit: 'kilogram' }),
  product('match', 1),
  product('delivery', 50_000, { kind: 'service', taxRateId: 'none' }),
];
