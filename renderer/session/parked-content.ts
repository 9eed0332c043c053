import type { WaitingBasket } from '#shared/domain/basket/apply.ts';
import { type AskTerms, expiredOn } from '#shared/domain/catalog/asks.ts';
import type { ParkedContent } from '#shared/domain/basket/schema.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { type BasketCustomer, emptyBasket, type OpenBasket, removeLine } from './open-basket.ts';

/** What is written down of a basket that is put aside. */
export const parkedContent = (basket: OpenBasket): ParkedContent => ({
  taxInclusive: basket.taxInclusive,
  lines: basket.lines.map(({ anyonePrice: _, ...line }) => line),
  discount: basket.discount,
  customerId: basket.customer?.id ?? null,
  ...(basket.buyer && basket.buyer.groupIds.length > 0
    ? { groupIds: [...basket.buyer.groupIds] }
    : {}),
  ...(basket.buyer && basket.buyer.codes.length > 0 ? { codes: [...basket.buyer.codes] } : {}),
  approval: basket.approval && {
    managerId: basket.approval.managerId,
    limit: basket.approval.limit,
  },
  ...(basket.note === undefined ? {} : { note: basket.note }),
  ...(basket.buyerTaxNumber === undefined ? {} : { buyerTaxNumber: basket.buyerTaxNumber }),
});

/**
 * With the groups that they are in now. A customer of another store may be known here by the id alone: the sale is theirs
 * all the same, and their groups are those of when it was parked.
 */
export const customerOf = (
  content: ParkedContent,
  customers: readonly Customer[],
): BasketCustomer | null => {
  const { customerId } = content;
  if (customerId === null) return null;
  const known = customers.find(({ id }) => id === customerId);
  const { groupIds } = known ?? content;
  return {
    id: customerId,
    name: known?.name ?? '',
    phone: known?.phone ?? '',
    ...(groupIds ? { groupIds } : {}),
  };
};

/** What was known of who buys; left out = nothing. */
export const buyerOf = ({ groupIds, codes }: ParkedContent): Pick<OpenBasket, 'buyer'> =>
  groupIds || codes ? { buyer: { groupIds: groupIds ?? [], codes: codes ?? [] } } : {};

/** The basket that was put aside, to go on with as another order. */
export const recalledBasket = (
  { id, parked: { content } }: WaitingBasket,
  nextOrderId: string,
  customers: readonly Customer[],
): OpenBasket => {
  const { taxInclusive, lines, discount, approval, note, buyerTaxNumber } = content;
  return {
    ...emptyBasket(nextOrderId, taxInclusive),
    ...buyerOf(content),
    // Until they are judged again, each may be one that every customer has once.
    onceCodes: content.codes ?? [],
    lines,
    discount,
    approval,
    customer: customerOf(content, customers),
    recalledFrom: id,
    note,
    buyerTaxNumber,
    selected: lines.at(-1)?.id ?? null,
    added: Math.max(...lines.map((line) => Number(line.id))),
  };
};

/** Goods whose last day passed while their basket waited; they are not sold any more. */
export type ExpiredGoods = { readonly line: OpenBasket['lines'][number]; readonly on: string };

/** A recalled basket without what may not be sold any more: asked on the way in, which may be days ago. */
export const withoutExpired = (
  basket: OpenBasket,
  terms: AskTerms,
): { readonly fresh: OpenBasket; readonly expired: readonly ExpiredGoods[] } => {
  const expired = basket.lines.flatMap((line): ExpiredGoods[] => {
    const on = expiredOn(line.particulars ?? {}, terms);
    return on === null ? [] : [{ line, on }];
  });
  return { fresh: expired.reduce((left, { line }) => removeLine(left, line.id), basket), expired };
};
