import { blankCustomer, servedIn } from '#shared/domain/customer/apply.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { NO_POINTS } from '#shared/domain/points/of-order.ts';
import type { PointsRule } from '#shared/domain/points/schema.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import type { PointsRow } from '#server/store/store.ts';
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
    { id: 'none', name: { en: 'None' }, rate: 0 },
  ],
  cashIncrement: 100,
  notes: [],
  discountLimit: 10_000,
});

/** Points are a discount at the counter: a web order takes them like money. */
export const POINTS: PointsRule = {
  perHundred: 7,
  worth: 300,
  smallestSpend: 1,
  asTender: false,
  offlineLimit: null,
};

/** Earned before the history begins. */
const OPENING = 2000;

/** Known in the first store; the others hear of them when they order there. */
export const CUSTOMERS: readonly Customer[] = ['dana', 'berik'].map((id) => ({
  ...servedIn(blankCustomer(id), STORE_IDS[0]),
  points: { balance: OPENING, seen: {} },
}));

/** What makes that much of them. */
export const OPENING_POINTS: readonly PointsRow[] = CUSTOMERS.map(({ id }) => ({
  ...NO_POINTS,
  operationId: 'opening',
  orderId: `opening-${id}`,
  customerId: id,
  storeId: STORE_IDS[0],
  at: '2025-12-01T00:00:00.000Z',
  earned: OPENING,
  value: 0,
}));

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
