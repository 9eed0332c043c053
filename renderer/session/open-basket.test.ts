import { priceIn } from '#shared/domain/catalog/schema.ts';
import { describe, expect, test } from 'vitest';
import { type Minor, minor } from '#shared/kernel/money.ts';
import { quantity, units } from '#shared/kernel/quantity.ts';
import { Value } from 'typebox/value';
import { ParkedContent } from '#shared/domain/basket/schema.ts';
import { parkedContent } from './parked-content.ts';
import { product, SETTINGS } from '../store/till.fixture.ts';
import {
  addGiftCard,
  addProduct,
  discountLine,
  emptyBasket,
  moveLine,
  type OpenBasket,
  removeLine,
  selectNext,
  setQuantity,
  withNotes,
  withBuyer,
  withLowerPrices,
} from './open-basket.ts';

const EMPTY = emptyBasket('a', true);

const forAll = (price: Minor) => ({ anyone: price, buyer: price });

const add = (basket: OpenBasket, sku: string, more: Parameters<typeof product>[1] = {}) =>
  addProduct(
    basket,
    product(sku, more),
    units(1),
    SETTINGS,
    forAll(priceIn(product(sku, more), 'ONE')),
  );

/** Lines 1 TEA, 2 CAKE, 3 MILK. */
const three = (): OpenBasket =>
  ['TEA', 'CAKE', 'MILK'].reduce((basket, sku) => add(basket, sku), EMPTY);

const lines = ({ lines: all }: OpenBasket) =>
  all.map(({ id, sku, quantity: count }) => [id, sku, count]);

describe('a gift card', () => {
  test('R13: stands beside the goods, and nothing is taken off it', () => {
    const basket = addGiftCard(three(), 'GIFT-1', minor(5000));
    expect(lines(basket).at(-1)).toEqual(['4', '#gift-card', units(1)]);
    expect(basket.selected).toBe('4');
    const off = discountLine(basket, '4', { type: 'percent', rate: 1000 });
    expect(off.lines).toEqual(basket.lines);
  });

  test('R13: is whole in a basket that is parked and recalled', () => {
    const basket = addGiftCard(three(), 'GIFT-1', minor(5000));
    expect(parkedContent(basket).lines).toEqual(basket.lines);
    expect(Value.Check(ParkedContent, parkedContent(basket))).toBe(true);
  });
});

describe('what is known of pieces', () => {
  const tea = product('TEA');
  const addKnown = (basket: OpenBasket, particulars: Parameters<typeof addProduct>[5]) =>
    addProduct(basket, tea, units(1), SETTINGS, forAll(tea.price), particulars);

  test('that have a number each keeps them on lines of their own', () => {
    const two = addKnown(addKnown(EMPTY, { serial: 'S-1' }), { serial: 'S-2' });
    expect(two.lines.map(({ particulars }) => particulars)).toEqual([
      { serial: 'S-1' },
      { serial: 'S-2' },
    ]);
  });

  test('that are of one batch, or were sold after one check of age, joins them', () => {
    for (const known of [{ batch: 'B', expires: '2026-01-31' }, { ageChecked: 18 }])
      expect(lines(addKnown(addKnown(EMPTY, known), known))).toEqual([['1', 'TEA', units(2)]]);
    expect(addKnown(addKnown(EMPTY, { batch: 'A' }), { batch: 'B' }).lines).toHaveLength(2);
  });
});

describe('what is written down', () => {
  test('is of its line and of the sale, and the next piece is not a part of it', () => {
    const noted = withNotes(add(EMPTY, 'TEA'), '1', { line: ' no sugar ', sale: 'red coat' });
    expect(noted).toMatchObject({
      note: 'red coat',
      lines: [{ particulars: { note: 'no sugar' } }],
    });
    expect(lines(add(noted, 'TEA'))).toEqual([
      ['1', 'TEA', units(1)],
      ['2', 'TEA', units(1)],
    ]);
  });

  test('is gone when it is emptied', () => {
    const noted = withNotes(add(EMPTY, 'TEA'), '1', { line: 'no sugar', sale: 'red coat' });
    const emptied = withNotes(noted, '1', { line: ' ', sale: '' });
    expect(emptied.note).toBeUndefined();
    expect(emptied.lines).toEqual(add(EMPTY, 'TEA').lines);
  });
});

describe('moving a line', () => {
  test('changes its place with its neighbour’s, and stops at either end', () => {
    const ids = (basket: OpenBasket) => basket.lines.map(({ id }) => id);
    expect(ids(moveLine(three(), '3', -1))).toEqual(['1', '3', '2']);
    expect(ids(moveLine(three(), '1', 1))).toEqual(['2', '1', '3']);
    expect(ids(moveLine(three(), '1', -1))).toEqual(['1', '2', '3']);
    expect(ids(moveLine(three(), '3', 1))).toEqual(['1', '2', '3']);
  });
});

test('R10: a price that dropped lowers a line, none raises one, and what has a discount keeps its price', () => {
  const basket = discountLine(three(), '3', { type: 'percent', rate: 500 });
  const now = new Map([
    ['TEA', forAll(minor(9000))],
    ['CAKE', forAll(minor(11_000))],
    ['MILK', forAll(minor(5000))],
  ]);
  const after = withLowerPrices(basket, now);
  expect(after.lines.map(({ unitPrice }) => unitPrice)).toEqual([9000, 10_000, 10_000]);
});

describe('who buys', () => {
  const DANA = { id: 'dana', name: 'Dana', phone: '', groupIds: ['staff'] };
  const prices = (anyone: number, buyer: number) =>
    new Map(
      ['TEA', 'CAKE', 'MILK'].map((sku) => [sku, { anyone: minor(anyone), buyer: minor(buyer) }]),
    );
  const unitPrices = (basket: OpenBasket) => basket.lines.map(({ unitPrice }) => unitPrice);
  const withDana = (basket: OpenBasket, anyone: number, hers: number) =>
    withBuyer(basket, DANA, prices(anyone, hers));
  const withNobody = (basket: OpenBasket, anyone: number) =>
    withBuyer(basket, null, prices(anyone, anyone));
  const addForDana = (basket: OpenBasket, anyone: number, hers: number) =>
    addProduct(basket, product('TEA'), units(1), SETTINGS, {
      anyone: minor(anyone),
      buyer: minor(hers),
    });

  test('lines cost what they do for the customer, and what they did when the customer is taken off again', () => {
    const chosen = withDana(three(), 10_000, 8000);
    expect(chosen.buyer).toEqual({ groupIds: ['staff'], codes: [] });
    expect(unitPrices(chosen)).toEqual([8000, 8000, 8000]);
    const alone = withNobody(chosen, 10_000);
    expect(alone.buyer?.groupIds).toEqual([]);
    expect(alone.lines).toEqual(three().lines);
  });

  test('R9: groups may pay more', () => {
    const chosen = withDana(three(), 10_000, 12_000);
    expect(unitPrices(chosen)).toEqual([12_000, 12_000, 12_000]);
    expect(unitPrices(withNobody(chosen, 10_000))).toEqual([10_000, 10_000, 10_000]);
  });

  test('R10: what was cheaper when it was put in stays so, for a customer and when they are taken out', () => {
    const dearer = withDana(three(), 12_000, 11_000);
    expect(unitPrices(dearer)).toEqual([10_000, 10_000, 10_000]);
    const cheaper = withDana(three(), 12_000, 9000);
    expect(unitPrices(cheaper)).toEqual([9000, 9000, 9000]);
    expect(unitPrices(withNobody(cheaper, 12_000))).toEqual([10_000, 10_000, 10_000]);
  });

  test('R10: what became cheaper for anyone while a customer was chosen is so when they are taken out', () => {
    const chosen = withDana(three(), 10_000, 8000);
    const dropped = withLowerPrices(chosen, prices(7000, 7000));
    expect(unitPrices(withNobody(dropped, 10_000))).toEqual([7000, 7000, 7000]);
  });

  test('R9: a discount keeps no price of a group once the customer is taken out', () => {
    const chosen = withDana(three(), 10_000, 5000);
    const off = discountLine(chosen, '1', { type: 'amount', amount: minor(1) });
    const priced = discountLine(off, '2', { type: 'price', price: minor(4999) });
    expect(unitPrices(withNobody(priced, 10_000))).toEqual([10_000, 10_000, 10_000]);
  });

  test('what a person or a label gave a price is no cheaper for a customer with groups', () => {
    const given = discountLine(three(), '1', { type: 'price', price: minor(9000) });
    const labelled = discountLine(given, '2', {
      type: 'amount',
      amount: minor(2),
      reason: 'shelf_price',
    });
    const chosen = withDana(labelled, 10_000, 5000);
    expect(unitPrices(chosen)).toEqual([10_000, 10_000, 5000]);
    expect(unitPrices(withNobody(chosen, 10_000))).toEqual([10_000, 10_000, 10_000]);
  });

  test('R9: a price of a group that ended meanwhile goes with the customer', () => {
    const chosen = addForDana(withBuyer(EMPTY, DANA, new Map()), 10_000, 8000);
    expect(unitPrices(chosen)).toEqual([8000]);
    expect(unitPrices(withNobody(chosen, 10_000))).toEqual([10_000]);
  });

  test('R9: of a basket that was kept without what it cost for anyone, that is what they pay now', () => {
    const chosen = withDana(three(), 10_000, 8000);
    const lines = chosen.lines.map(({ anyonePrice: _, ...line }) => line);
    expect(unitPrices(withNobody({ ...chosen, lines }, 9000))).toEqual([9000, 9000, 9000]);
  });

  test('goods that the catalog does not hold any more cost again what they did', () => {
    const chosen = withDana(three(), 10_000, 8000);
    expect(unitPrices(withBuyer(chosen, null, new Map()))).toEqual([10_000, 10_000, 10_000]);
  });

  test('a piece that another price holds for without groups has a line of its own', () => {
    const chosen = addForDana(withBuyer(EMPTY, DANA, new Map()), 10_000, 8000);
    expect(lines(addForDana(chosen, 10_000, 8000))).toEqual([['1', 'TEA', units(2)]]);
    expect(addForDana(chosen, 11_000, 8000).lines).toHaveLength(2);
  });
});

describe('adding', () => {
  test('the same piece at the same price joins its line, which is then selected', () => {
    const basket = add(three(), 'TEA');
    expect(lines(basket)).toEqual([
      ['1', 'TEA', units(2)],
      ['2', 'CAKE', units(1)],
      ['3', 'MILK', units(1)],
    ]);
    expect(basket.selected).toBe('1');
  });

  test('R10: a price that changed meanwhile makes a line of its own and raises none', () => {
    const basket = add(add(EMPTY, 'TEA'), 'TEA', { price: minor(12_000) });
    expect(basket.lines.map(({ unitPrice }) => unitPrice)).toEqual([10_000, 12_000]);
    expect(lines(add(basket, 'TEA'))).toEqual([
      ['1', 'TEA', units(2)],
      ['2', 'TEA', units(1)],
    ]);
  });

  test('weighed goods keep a line for each weighing', () => {
    const cheese = product('CHEESE', { unit: 'kilogram' });
    const once = addProduct(EMPTY, cheese, quantity(245), SETTINGS, forAll(cheese.price));
    expect(
      lines(addProduct(once, cheese, quantity(1_005), SETTINGS, forAll(cheese.price))),
    ).toEqual([
      ['1', 'CHEESE', 245],
      ['2', 'CHEESE', 1_005],
    ]);
  });

  test('R9: a line costs and is taxed as in its store', () => {
    const [here] = add(EMPTY, 'TEA', {
      storePrices: { ONE: minor(9_000), TWO: minor(8_000) },
      taxRateId: 'reduced',
    }).lines;
    expect(here).toMatchObject({ unitPrice: 9_000, taxRate: 500 });
    expect(() => add(EMPTY, 'TEA', { taxRateId: 'nobody knows' })).toThrow('nobody knows');
  });

  test('a line never takes the name of one that was removed', () => {
    const basket = add(removeLine(three(), '3'), 'BREAD');
    expect(lines(basket).map(([id]) => id)).toEqual(['1', '2', '4']);
  });

  test('J2: the order it will be keeps its id', () => {
    expect(removeLine(three(), '1').orderId).toBe('a');
  });
});

describe('changing', () => {
  test('quantity and discount go to the line that is meant, and select it', () => {
    const basket = discountLine(setQuantity(three(), '2', units(5)), '1', {
      type: 'percent',
      rate: 1_000,
    });
    expect(lines(basket)[1]).toEqual(['2', 'CAKE', units(5)]);
    expect(basket.lines.map(({ discount }) => discount)).toEqual([
      { type: 'percent', rate: 1_000 },
      null,
      null,
    ]);
    expect(basket.selected).toBe('1');
    expect(discountLine(basket, '1', null).lines[0]?.discount).toBeNull();
  });

  test('what is changed is a new basket; the one before stays as it was', () => {
    const before = three();
    const copy = structuredClone(before);
    add(removeLine(setQuantity(before, '1', units(9)), '2'), 'TEA');
    expect(before).toEqual(copy);
  });
});

describe('removing', () => {
  test('selects the line that takes its place, else the last, else none', () => {
    const basket = three();
    expect(removeLine(basket, '2').selected).toBe('3');
    expect(removeLine(basket, '3').selected).toBe('2');
    expect(removeLine(add(EMPTY, 'TEA'), '1').selected).toBeNull();
  });

  test('of a line that is not there changes no line', () => {
    expect(removeLine(three(), '9').lines).toEqual(three().lines);
  });
});

describe('selectNext', () => {
  test('moves by one and stays within the basket', () => {
    const basket = { ...three(), selected: '2' };
    expect(selectNext(basket, 1).selected).toBe('3');
    expect(selectNext(selectNext(basket, 1), 1).selected).toBe('3');
    expect(selectNext(basket, -1).selected).toBe('1');
    expect(selectNext(selectNext(basket, -1), -1).selected).toBe('1');
  });

  test('with nothing selected begins at the top', () => {
    expect(selectNext({ ...three(), selected: null }, 1).selected).toBe('1');
    expect(selectNext({ ...three(), selected: null }, -1).selected).toBe('1');
    expect(selectNext(EMPTY, 1).selected).toBeNull();
  });
});
