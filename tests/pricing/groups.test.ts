import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseCustomer } from '#renderer/session/choose-customer.ts';
import {
  addProduct,
  type BasketCustomer,
  emptyBasket,
  type OpenBasket,
} from '#renderer/session/open-basket.ts';
import { groupReferences } from '#renderer/store/references.ts';
import { priceLines } from '#server/channels/price-lines.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { priceBook } from '#shared/domain/pricing/price-book.ts';
import { settings as settingsOf } from '../contract/shop.ts';
import { anyShopping, type Shopping } from './any-offers.ts';
import { bookFor } from './check-shopping.ts';

const STORE = 'ONE';

const settingsFor = ({ taxInclusive }: Shopping) => ({
  ...settingsOf(STORE),
  timeZone: 'Asia/Almaty',
  taxInclusive,
});

const customer = (id: string, groupIds: readonly string[]): BasketCustomer => ({
  id,
  name: id,
  phone: '',
  groupIds: [...groupIds],
});

/** A till as far as choosing a customer needs one. */
const tillOf = (shopping: Shopping) => {
  const settings = settingsFor(shopping);
  const references = {
    ...groupReferences([{ type: 'settings', value: settings }]),
    prices: priceBook(shopping.lists, { storeId: STORE, channel: 'store' }),
  };
  let basket: OpenBasket = emptyBasket('order', shopping.taxInclusive);
  const change = (by: (before: OpenBasket) => OpenBasket): void => {
    basket = by(basket);
  };
  return {
    store: {
      time: { now: () => shopping.at },
      catalog: { product: async (sku: string) => shopping.products.get(sku) ?? null },
      ledger: { readLocal: async () => null },
      view: { references: () => references, order: async () => null },
    },
    basket: { getState: () => ({ basket, change }) },
    /** As the sell screen does it: at the prices of who buys just then. */
    add: ({ sku, quantity }: Shopping['wanted'][number]): void => {
      const product = shopping.products.get(sku);
      if (!product) throw new Error(`no product ${sku}`);
      const { priceOf } = references.prices;
      const price = {
        anyone: priceOf(product, shopping.at),
        buyer: priceOf(product, shopping.at, basket.buyer?.groupIds),
      };
      change((before) => addProduct(before, product, quantity, settings, price));
    },
  };
};

const totalOf = ({ lines, buyer, taxInclusive }: OpenBasket, { promotions, at }: Shopping) =>
  priceBasket(
    { taxInclusive, lines, discount: null, ...(buyer ? { buyer } : {}) },
    bookFor(promotions, 'store'),
    at,
  ).totals;

const quoted = (shopping: Shopping, groupIds: readonly string[]) => {
  const prices = priceBook(shopping.lists, { storeId: STORE, channel: 'web' });
  const { products, at, wanted, promotions } = shopping;
  const list = { settings: settingsFor(shopping), products, prices, at };
  const priced = priceLines(
    wanted,
    { ...list, promotions: bookFor(promotions, 'web') },
    { groupIds: [...groupIds], codes: [] },
  );
  if (!priced.ok) throw new Error(priced.problem.code);
  return priced.value.totals;
};

const anyGroups = fc.subarray(['staff', 'club']);

test('R9: a customer of some groups pays at the till what is quoted on the web, whenever they are chosen, and whoever was before', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyShopping,
      anyGroups,
      anyGroups,
      fc.nat(),
      async (shopping, groups, others, moment) => {
        const till = tillOf(shopping);
        const chosenAt = moment % (shopping.wanted.length + 1);
        await chooseCustomer(till, customer('other', others));
        for (const [index, wanted] of shopping.wanted.entries()) {
          if (index === chosenAt) await chooseCustomer(till, customer('dana', groups));
          till.add(wanted);
        }
        if (chosenAt === shopping.wanted.length)
          await chooseCustomer(till, customer('dana', groups));
        expect(totalOf(till.basket.getState().basket, shopping)).toEqual(quoted(shopping, groups));
        await chooseCustomer(till, null);
        expect(totalOf(till.basket.getState().basket, shopping)).toEqual(quoted(shopping, []));
      },
    ),
    { numRuns: 300 },
  );
});
