import type { SaidCode } from '#shared/domain/pricing/promo-codes.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import type { LabelledGoods } from '#shared/domain/catalog/scale-label.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { basketLineOf } from '#shared/domain/pricing/basket-line.ts';
import type { GivenOff } from '#shared/domain/pricing/manual-discounts.ts';
import { isOnePiece, type Particulars } from '#shared/domain/pricing/particulars.ts';
import { giftCardLine, isGiftCard } from '#shared/domain/pricing/gift-card.ts';
import type { Basket, BasketLine } from '#shared/domain/pricing/basket.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Minor } from '#shared/kernel/money.ts';
import { addQuantity, type Quantity, quantity } from '#shared/kernel/quantity.ts';

export type BasketCustomer = Pick<
  Customer,
  'id' | 'name' | 'phone' | 'email' | 'language' | 'groupIds'
>;

/** A manager allowed what people took off a basket as it stood then. */
export type DiscountApproval = {
  readonly managerId: string;
  /** The share of the basket that it came to, in basis points. */
  readonly limit: number;
  /** What it was for; left out = nothing that is known. */
  readonly given?: readonly GivenOff[];
};

/** What a piece or kilogram costs now: for a customer of no groups, and for who buys. */
export type BuyerPrice = { readonly anyone: Minor; readonly buyer: Minor };

type OpenLine = BasketLine & {
  /**
   * In a basket of a customer with groups: what it cost without them when it was put in, and costs again once the customer
   * is taken out (rule R10). Left out = nobody knows any more, as the basket was parked.
   */
  readonly anyonePrice?: Minor;
};

/** The basket being built at the counter; it becomes an order when it is paid. */
export type OpenBasket = Omit<Basket, 'lines'> & {
  /** Id of the order it will be; fixed from the first line on, so that paying twice sells once. */
  readonly orderId: string;
  readonly lines: readonly OpenLine[];
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
  change: (line: OpenLine) => OpenLine,
): OpenBasket => ({
  ...basket,
  lines: basket.lines.map((line) => (line.id === id ? change(line) : line)),
  selected: id,
});

const hasGroups = ({ buyer }: Pick<OpenBasket, 'buyer'>): boolean =>
  (buyer?.groupIds ?? []).length > 0;

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
  price: BuyerPrice,
  particulars: Particulars = {},
): OpenBasket => {
  const id = String(basket.added + 1);
  const isKnown = Object.keys(particulars).length > 0;
  const line: OpenLine = {
    ...basketLineOf(product, id, quantity, settings, price.buyer),
    ...(isKnown ? { particulars } : {}),
    ...(hasGroups(basket) ? { anyonePrice: price.anyone } : {}),
  };
  const same =
    product.unit === 'piece' &&
    !isOnePiece(particulars) &&
    basket.lines.find(
      (known) =>
        known.sku === line.sku &&
        known.unitPrice === line.unitPrice &&
        known.anyonePrice === line.anyonePrice &&
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
  price: BuyerPrice,
  particulars: Particulars = {},
): OpenBasket => {
  const added = addProduct(basket, product, quantity, settings, price, particulars);
  return added.selected === null ? added : discountLine(added, added.selected, discount);
};

/** The line that the next gift card of a basket would be; its amount is minor units. */
export const nextGiftCard = ({ added }: OpenBasket, code: string, amount: Minor): BasketLine =>
  giftCardLine(String(added + 1), code, amount);

export const addGiftCard = (basket: OpenBasket, code: string, amount: Minor): OpenBasket => {
  const line = nextGiftCard(basket, code, amount);
  return { ...basket, lines: [...basket.lines, line], selected: line.id, added: basket.added + 1 };
};

const lower = (left: Minor, right: Minor): Minor => (left < right ? left : right);

/**
 * Lines that cost more than `prices` say now, by SKU, cost that (rule R10): a price is never raised. What a person or a
 * label of the scales gave a price or a discount keeps it.
 */
export const withLowerPrices = (
  basket: OpenBasket,
  prices: ReadonlyMap<string, BuyerPrice>,
): OpenBasket => ({
  ...basket,
  lines: basket.lines.map((line) => {
    const price = prices.get(line.sku);
    if (!price || line.discount !== null || price.buyer >= line.unitPrice) return line;
    const { anyonePrice } = line;
    return {
      ...line,
      unitPrice: price.buyer,
      ...(anyonePrice === undefined ? {} : { anyonePrice: lower(anyonePrice, price.anyone) }),
    };
  }),
});

/** A person gave it a price, or a label of the shelf or the scales says what it costs. */
const hasPriceOfItsOwn = ({ discount }: BasketLine): boolean =>
  discount?.type === 'price' || discount?.reason === 'shelf_price';

/**
 * What it costs for who buys now. `promised`: what it cost without groups when it was put in, and costs at most (rule R10);
 * left out = nobody knows.
 */
const priceFor = (line: OpenLine, now: BuyerPrice, promised = now.anyone): Minor => {
  const anyone = lower(promised, now.anyone);
  const asked = anyone < now.anyone ? lower(anyone, now.buyer) : now.buyer;
  if (!hasPriceOfItsOwn(line)) return asked;
  // It stays, but what was taken off counts from what the goods cost for who buys: groups that are gone hide none of it.
  const least = lower(asked, anyone);
  return least > line.unitPrice ? least : line.unitPrice;
};

/**
 * Another customer buys: lines cost what they do for them, by SKU, those with a discount too. One that was cheaper when it
 * was put in stays so (rule R10), and what has a price of its own keeps it.
 */
export const withBuyer = (
  basket: OpenBasket,
  customer: BasketCustomer | null,
  prices: ReadonlyMap<string, BuyerPrice>,
): OpenBasket => {
  const next = withCustomer(basket, customer);
  const lines = basket.lines.map((line): OpenLine => {
    const { anyonePrice, ...plain } = line;
    const promised = hasGroups(basket) ? anyonePrice : line.unitPrice;
    const now = prices.get(line.sku);
    const kept = hasGroups(next) ? line.unitPrice : (promised ?? line.unitPrice);
    const unitPrice = now ? priceFor(line, now, promised) : kept;
    return hasGroups(next) && promised !== undefined
      ? { ...plain, unitPrice, anyonePrice: promised }
      : { ...plain, unitPrice };
  });
  return { ...next, lines };
};

export const setQuantity = (basket: OpenBasket, lineId: string, quantity: Quantity): OpenBasket =>
  withLine(basket, lineId, (line) => ({ ...line, quantity }));

export const removeLine = (basket: OpenBasket, lineId: string): OpenBasket => {
  const place = basket.lines.findIndex(({ id }) => id === lineId);
  const lines = basket.lines.filter(({ id }) => id !== lineId);
  const selected = (lines[place] ?? lines.at(-1))?.id ?? null;
  return { ...basket, lines, selected };
};

/** A gift card costs what is put on it (rule R13): nothing is taken off. */
export const discountLine = (
  basket: OpenBasket,
  lineId: string,
  discount: BasketLine['discount'],
): OpenBasket =>
  withLine(basket, lineId, (line) => (isGiftCard(line) ? line : { ...line, discount }));

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

/** What was taken out is in it again: in its line, else as one. */
export const withPutBack = (basket: OpenBasket, lines: readonly BasketLine[]): OpenBasket =>
  lines.reduce((open, line) => {
    const there = open.lines.find(({ id }) => id === line.id);
    if (there?.sku === line.sku)
      return setQuantity(open, there.id, addQuantity(there.quantity, line.quantity));
    // After an undo another line may have its name.
    const id = there ? String(open.added + 1) : line.id;
    const added = Math.max(open.added, Number(id));
    return { ...open, lines: [...open.lines, { ...line, id }], selected: id, added };
  }, basket);

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

/** The codes that a recalled basket keeps. */
export const withSaidCodes = (basket: OpenBasket, said: readonly SaidCode[]): OpenBasket =>
  said.reduce(withCode, basket.buyer ? withoutCodes(basket) : basket);

/** Of another customer nobody knows yet whether they had a code that each has once: it is said again. */
const withCustomer = (basket: OpenBasket, customer: BasketCustomer | null): OpenBasket => {
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
      ...(customer.email ? { email: customer.email } : {}),
      ...(customer.language ? { language: customer.language } : {}),
      ...(groupIds.length > 0 ? { groupIds } : {}),
    },
  };
};
