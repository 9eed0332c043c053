import type { SaidCode } from '#shared/domain/pricing/promo-codes.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import type { LabelledGoods } from '#shared/domain/catalog/scale-label.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { basketLineOf } from '#shared/domain/pricing/basket-line.ts';
import { isOnePiece, type Particulars } from '#shared/domain/pricing/particulars.ts';
import type { Basket, BasketLine } from '#shared/domain/pricing/basket.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Minor } from '#shared/kernel/money.ts';
import { addQuantity, type Quantity, quantity } from '#shared/kernel/quantity.ts';

export type BasketCustomer = Pick<Customer, 'id' | 'name' | 'phone' | 'groupIds'>;

/** A manager allowed people to take off up to this share of a basket, in basis points. */
export type DiscountApproval = { readonly managerId: string; readonly limit: number };

/** The basket being built at the counter; it becomes an order when it is paid. */
export type OpenBasket = Basket & {
  /** Id of the order it will be; fixed from the first line on, so that paying twice sells once. */
  readonly orderId: string;
  readonly lines: readonly BasketLine[];
  /** Who buys; kept here whole, as the till may know of a customer of another store from an answer alone. */
  readonly customer: BasketCustomer | null;
  /** Of the codes that were said, those that each customer has once: they go with the customer. */
  readonly onceCodes: readonly string[];
  /** null = no manager was asked. */
  readonly approval: DiscountApproval | null;
  /** The parked basket that it was; null = it never was parked. */
  readonly recalledFrom: string | null;
  /** Of the sale that it will be. */
  readonly note?: string | undefined;
  /** Under which the buyer pays tax; left out = they did not ask for it on the receipt. */
  readonly buyerTaxNumber?: string | undefined;
  /** The line that keys and buttons act on. */
  readonly selected: string | null;
  /** Number of lines ever added: names the next one. */
  readonly added: number;
};

export const emptyBasket = (orderId: string, taxInclusive: boolean): OpenBasket => ({
  orderId,
  taxInclusive,
  lines: [],
  discount: null,
  customer: null,
  onceCodes: [],
  approval: null,
  recalledFrom: null,
  selected: null,
  added: 0,
});

const withLine = (
  basket: OpenBasket,
  id: string,
  change: (line: BasketLine) => BasketLine,
): OpenBasket => ({
  ...basket,
  lines: basket.lines.map((line) => (line.id === id ? change(line) : line)),
  selected: id,
});

const areAlike = (left: Particulars, right: Particulars): boolean =>
  canonicalJson(left) === canonicalJson(right);

/**
 * One more of a product: pieces join the line that has the same product at the same price, weighed goods and what
 * something else is known of get a line of their own. The price is frozen now (rule R10).
 */
export const addProduct = (
  basket: OpenBasket,
  product: Product,
  quantity: Quantity,
  settings: Pick<StoreSettings, 'taxRates'>,
  unitPrice: Minor,
  particulars: Particulars = {},
): OpenBasket => {
  const id = String(basket.added + 1);
  const isKnown = Object.keys(particulars).length > 0;
  const line = {
    ...basketLineOf(product, id, quantity, settings, unitPrice),
    ...(isKnown ? { particulars } : {}),
  };
  const same =
    product.unit === 'piece' &&
    !isOnePiece(particulars) &&
    basket.lines.find(
      (known) =>
        known.sku === line.sku &&
        known.unitPrice === line.unitPrice &&
        areAlike(known.particulars ?? {}, particulars),
    );
  if (same)
    return withLine(basket, same.id, (known) => ({
      ...known,
      quantity: addQuantity(known.quantity, quantity),
    }));
  return { ...basket, lines: [...basket.lines, line], selected: id, added: basket.added + 1 };
};

/** Goods with a label of the store's scales, on a line of their own. */
export const addLabelled = (
  basket: OpenBasket,
  product: Product,
  { quantity, discount }: LabelledGoods,
  settings: Pick<StoreSettings, 'taxRates'>,
  unitPrice: Minor,
  particulars: Particulars = {},
): OpenBasket => {
  const added = addProduct(basket, product, quantity, settings, unitPrice, particulars);
  return added.selected === null ? added : discountLine(added, added.selected, discount);
};

/**
 * Lines that cost more than `prices` say now, by SKU, cost that (rule R10): a price is never raised. What a person or a
 * label of the scales gave a price or a discount keeps it.
 */
export const withLowerPrices = (
  basket: OpenBasket,
  prices: ReadonlyMap<string, Minor>,
): OpenBasket => ({
  ...basket,
  lines: basket.lines.map((line) => {
    const price = prices.get(line.sku) ?? line.unitPrice;
    return price < line.unitPrice && line.discount === null ? { ...line, unitPrice: price } : line;
  }),
});

/** What a piece or kilogram costs now for who bought until now, and for who buys from now on. */
export type BuyerPrice = { readonly before: Minor; readonly after: Minor };

/**
 * Another customer buys: lines cost what they do for them. One that was cheaper when it was put in stays so (rule R10), and
 * so does what a person or a label of the scales gave a price or a discount.
 */
export const withBuyerPrices = (
  basket: OpenBasket,
  prices: ReadonlyMap<string, BuyerPrice>,
): OpenBasket => ({
  ...basket,
  lines: basket.lines.map((line) => {
    const found = prices.get(line.sku);
    if (!found || line.discount !== null) return line;
    const isAsked = line.unitPrice === found.before;
    return isAsked || found.after < line.unitPrice ? { ...line, unitPrice: found.after } : line;
  }),
});

export const setQuantity = (basket: OpenBasket, lineId: string, quantity: Quantity): OpenBasket =>
  withLine(basket, lineId, (line) => ({ ...line, quantity }));

export const removeLine = (basket: OpenBasket, lineId: string): OpenBasket => {
  const place = basket.lines.findIndex(({ id }) => id === lineId);
  const lines = basket.lines.filter(({ id }) => id !== lineId);
  const selected = (lines[place] ?? lines.at(-1))?.id ?? null;
  return { ...basket, lines, selected };
};

export const discountLine = (
  basket: OpenBasket,
  lineId: string,
  discount: BasketLine['discount'],
): OpenBasket => withLine(basket, lineId, (line) => ({ ...line, discount }));

/** The buyer's tax number as the driver writes it; null = without one. */
export const withTaxNumber = (basket: OpenBasket, taxNumber: string | null): OpenBasket => ({
  ...basket,
  buyerTaxNumber: taxNumber ?? undefined,
});

/** What a cashier writes down; empty = nothing. */
export type Notes = { readonly line: string; readonly sale: string };

export const withNotes = (basket: OpenBasket, lineId: string, notes: Notes): OpenBasket => {
  const [ofLine, ofSale] = [notes.line.trim(), notes.sale.trim()];
  const noted = withLine(basket, lineId, ({ particulars, ...line }) => {
    const { note: _, ...others } = particulars ?? {};
    const known = ofLine === '' ? others : { ...others, note: ofLine };
    return Object.keys(known).length === 0 ? line : { ...line, particulars: known };
  });
  return { ...noted, note: ofSale === '' ? undefined : ofSale };
};

/** A line changes places with the one above (−1) or below (+1) it. */
export const moveLine = (basket: OpenBasket, lineId: string, by: 1 | -1): OpenBasket => {
  const place = basket.lines.findIndex(({ id }) => id === lineId);
  const [line, other] = [basket.lines[place], basket.lines[place + by]];
  if (!line || !other) return basket;
  return { ...basket, lines: basket.lines.with(place, other).with(place + by, line) };
};

/** The line above (−1) or below (+1) the selected one. */
export const selectNext = (basket: OpenBasket, step: 1 | -1): OpenBasket => {
  const place = basket.lines.findIndex(({ id }) => id === basket.selected);
  const next = basket.lines[Math.min(Math.max(place + step, 0), basket.lines.length - 1)];
  return { ...basket, selected: next?.id ?? null };
};

/** A basket with the lines of another, which are named anew. */
export const joined = (basket: OpenBasket, other: OpenBasket): OpenBasket => {
  const lines = other.lines.map((line, place) => ({
    ...line,
    id: String(basket.added + place + 1),
  }));
  return {
    ...basket,
    lines: [...basket.lines, ...lines],
    selected: lines.at(-1)?.id ?? basket.selected,
    added: basket.added + lines.length,
  };
};

/** What one basket has more of than another: its lines, with the quantity that is gone. */
export const takenOut = (before: OpenBasket, after: OpenBasket): BasketLine[] =>
  before.lines.flatMap((line) => {
    const left = after.lines.find(({ id }) => id === line.id)?.quantity ?? 0;
    return line.quantity > left ? [{ ...line, quantity: quantity(line.quantity - left) }] : [];
  });

const withCodes = (basket: OpenBasket, codes: readonly string[]): OpenBasket => ({
  ...basket,
  buyer: { groupIds: basket.buyer?.groupIds ?? [], codes },
  onceCodes: basket.onceCodes.filter((code) => codes.includes(code)),
});

/** The customer said a promo code. */
export const withCode = (basket: OpenBasket, { code, isOnce }: SaidCode): OpenBasket => {
  const others = (basket.buyer?.codes ?? []).filter((known) => known !== code);
  const said = withCodes(basket, [...others, code]);
  return isOnce ? { ...said, onceCodes: [...said.onceCodes, code] } : said;
};

export const withoutCodes = (basket: OpenBasket): OpenBasket => withCodes(basket, []);

/** Of another customer nobody knows yet whether they had a code that each has once: it is said again. */
export const withCustomer = (basket: OpenBasket, customer: BasketCustomer | null): OpenBasket => {
  const { buyer, onceCodes } = basket;
  const groupIds = customer?.groupIds ?? [];
  const isSame = customer?.id === basket.customer?.id;
  const codes = (buyer?.codes ?? []).filter((code) => isSame || !onceCodes.includes(code));
  return {
    ...(buyer || groupIds.length > 0
      ? withCodes({ ...basket, buyer: { groupIds, codes } }, codes)
      : basket),
    customer: customer && {
      id: customer.id,
      name: customer.name,
      phone: customer.phone,
      ...(groupIds.length > 0 ? { groupIds } : {}),
    },
  };
};
