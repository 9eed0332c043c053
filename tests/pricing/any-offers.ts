import fc from 'fast-check';
import { goods, promotion } from '#shared/domain/baskets.fixture.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import type { PriceList } from '#shared/domain/pricing/price-list.ts';
import type { Goods, Promotion } from '#shared/domain/pricing/promotion.ts';
import { type Minor, minor } from '#shared/kernel/money.ts';
import { type Quantity, quantity, UNIT, units } from '#shared/kernel/quantity.ts';

const SKUS = ['TEA', 'BUN', 'MILK', 'JAM'] as const;
const WEIGHED = 'CHEESE';
const CATEGORY: Readonly<Record<string, string>> = {
  TEA: 'drinks',
  BUN: 'bakery',
  MILK: 'drinks',
  JAM: 'sweets',
  CHEESE: 'dairy',
};
const GROUPS = ['staff', 'club'];
const CODE = 'WELCOME';

const anyGoods: fc.Arbitrary<Goods> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(goods({ all: true })) },
  {
    weight: 5,
    arbitrary: fc
      .record({
        skus: fc.subarray([...SKUS]),
        categoryIds: fc.subarray(['drinks', 'bakery']),
        exceptSkus: fc.oneof(
          { weight: 3, arbitrary: fc.constant<string[]>([]) },
          fc.subarray(['TEA', 'JAM']),
        ),
      })
      .map((named) => goods(named)),
  },
);

const anyRate = fc.constantFrom(500, 1000, 2500, 3333, 5000, 10_000);
const anyAmount = fc.integer({ min: 1, max: 1500 }).map(minor);

const anyPieceOffer: fc.Arbitrary<Promotion['offer']> = fc.oneof(
  fc.record({ type: fc.constant('percent' as const), goods: anyGoods, rate: anyRate }),
  fc.record({ type: fc.constant('amount' as const), goods: anyGoods, amount: anyAmount }),
  fc.record({ type: fc.constant('fixed_price' as const), goods: anyGoods, price: anyAmount }),
);

const anyCount = fc.integer({ min: 1, max: 2 });

const anySetOffer: fc.Arbitrary<Promotion['offer']> = fc.oneof(
  fc.record({
    type: fc.constant('buy_get' as const),
    goods: anyGoods,
    buy: anyCount,
    get: anyCount,
    rate: anyRate,
  }),
  fc.record({
    type: fc.constant('bundle' as const),
    parts: fc.array(fc.record({ goods: anyGoods, count: anyCount }), {
      minLength: 1,
      maxLength: 3,
    }),
    price: fc.integer({ min: 0, max: 3000 }).map(minor),
  }),
);

const anyBasketOffer: fc.Arbitrary<Promotion['offer']> = fc.record({
  type: fc.constant('basket' as const),
  goods: anyGoods,
  onPromoted: fc.boolean(),
  steps: fc
    .uniqueArray(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 3 })
    .chain((minimums) =>
      fc.tuple(
        ...minimums
          .toSorted((left, right) => left - right)
          .map((minimum) =>
            fc
              .oneof(
                fc.record({ type: fc.constant('percent' as const), rate: anyRate }),
                fc.record({ type: fc.constant('amount' as const), amount: anyAmount }),
              )
              .map((off) => ({ minimum: minor(minimum), off })),
          ),
      ),
    ),
});

const mostly = <Value>(usual: Value, other: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });

/** Promotions of every kind, for some or all stores, channels, groups, hours and codes; some are over. */
const anyPromotionList: fc.Arbitrary<Promotion[]> = fc
  .array(
    fc.record({
      offer: fc.oneof(
        { weight: 4, arbitrary: anyPieceOffer },
        { weight: 4, arbitrary: anySetOffer },
        { weight: 2, arbitrary: anyBasketOffer },
      ),
      stacking: mostly<Promotion['stacking']>('one', fc.constant('on_top')),
      priority: mostly(5, fc.constantFrom(3, 8)),
      storeIds: mostly<string[] | null>(null, fc.constantFrom(['ONE'], ['TWO'])),
      groupIds: mostly<string[] | null>(null, fc.constantFrom(['staff'], GROUPS)),
      code: mostly<string | null>(null, fc.constantFrom(CODE, 'OTHER')),
      endsAt: mostly('2026-02-01T00:00:00.000Z', fc.constant('2026-01-01T12:00:00.000Z')),
      hours: mostly<Promotion['hours']>(
        null,
        fc.constantFrom(
          { days: [5], from: 480, to: 540 },
          { days: [1, 2, 3, 4], from: 0, to: 1440 },
          { days: [4, 5], from: 1320, to: 540 },
        ),
      ),
    }),
    { maxLength: 5 },
  )
  .map((promotions) =>
    promotions.map((one, index) => {
      const isSet = one.offer.type === 'buy_get' || one.offer.type === 'bundle';
      const stacking = isSet ? 'one' : one.stacking;
      // Each customer has every second one with a code once: what it takes off is the same.
      const once = one.code !== null && index % 2 === 0 ? { oncePerCustomer: true } : {};
      return promotion({ ...one, ...once, stacking, id: `p${index}` });
    }),
  );

/** Pieces of which every possible way to give them to promotions can still be tried. */
const FEW = 8;

type Wanted = { readonly sku: string; readonly quantity: Quantity };

const piecesIn = (lines: readonly Wanted[]): number =>
  lines.reduce((sum, line) => sum + (line.sku === WEIGHED ? 1 : line.quantity / UNIT), 0);

const anyWanted: fc.Arbitrary<Wanted> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      sku: fc.constantFrom(...SKUS),
      quantity: fc.integer({ min: 1, max: 3 }).map(units),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      sku: fc.constant(WEIGHED),
      quantity: fc.integer({ min: 1, max: 2500 }).map(quantity),
    }),
  },
);

const anyPrice = fc.oneof(
  fc.constantFrom(500, 999, 1000).map(minor),
  fc.integer({ min: 0, max: 2000 }).map(minor),
);

const productOf = (sku: string, price: Minor): Product => ({
  sku,
  barcodes: [],
  name: { en: sku },
  categoryId: CATEGORY[sku] ?? '',
  kind: 'goods',
  unit: sku === WEIGHED ? 'kilogram' : 'piece',
  price,
  storePrices: {},
  taxRateId: 'vat',
  tile: null,
  active: true,
});

/** Prices by list, for some or all stores and groups; some are over or not yet there. They are alike in all channels (rule R9). */
const anyLists: fc.Arbitrary<PriceList[]> = fc
  .array(
    fc.record({
      storeIds: mostly<string[] | null>(null, fc.constantFrom(['ONE'], ['TWO'])),
      groupIds: mostly<string[] | null>(null, fc.constantFrom(['staff'], GROUPS)),
      startsAt: mostly('2026-01-01T00:00:00.000Z', fc.constant('2026-01-02T03:00:00.000Z')),
      endsAt: mostly<string | null>(null, fc.constant('2026-01-01T12:00:00.000Z')),
      prices: fc
        .subarray([...SKUS], { minLength: 1 })
        .chain((skus) => fc.tuple(...skus.map((sku) => anyPrice.map((price) => ({ sku, price }))))),
    }),
    { maxLength: 2 },
  )
  .map((lists) =>
    lists.map((list, index) => ({ ...list, id: `l${index}`, name: 'Prices', channels: null })),
  );

/** Some goods and what they cost, what is on offer, and a few of them that somebody or nobody wants at a moment. */
export const anyShopping = fc.record({
  products: fc
    .tuple(...[...SKUS, WEIGHED].map((sku) => anyPrice.map((price) => productOf(sku, price))))
    .map((all) => new Map(all.map((product) => [product.sku, product]))),
  promotions: anyPromotionList,
  lists: anyLists,
  wanted: fc
    .array(anyWanted, { minLength: 1, maxLength: 6 })
    .filter((lines) => piecesIn(lines) <= FEW),
  buyer: fc.record({ groupIds: fc.subarray(GROUPS), codes: fc.subarray([CODE]) }),
  taxInclusive: fc.boolean(),
  // A Friday in Almaty: in the night, before eight, after eight, and after nine.
  at: fc.constantFrom(
    '2026-01-01T20:30:00.000Z',
    '2026-01-02T02:59:59.999Z',
    '2026-01-02T03:04:05.678Z',
    '2026-01-02T04:00:00.000Z',
  ),
});
export type Shopping = typeof anyShopping extends fc.Arbitrary<infer Value> ? Value : never;
