import { isCustomerMeant } from '#shared/domain/customer/find.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import {
  isMeant,
  isReturnNumber,
  LONGEST_QUESTION,
  SHORTEST_QUESTION,
} from '#shared/domain/return/find.ts';
import { isGiftCard } from '#shared/domain/pricing/gift-card.ts';
import type { ReturnProblem } from '#shared/domain/return/problems.ts';
import { returnableLines } from '#shared/domain/return/returnable.ts';
import { isAhead, toldOrder } from '#shared/domain/return/told-order.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { orderOfReceipt, type ReceiptWithoutLines } from '#shared/tokens/order-of-receipt.ts';
import type { ReceiptProblem, SignedReceipt } from '#shared/tokens/receipt-token.ts';
import { tokenKindOf } from '#shared/tokens/token-text.ts';
import type { Actor } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { orderPagesHere } from './orders-here.ts';
import { readScannedReceipt } from './read-token.ts';

/** Something that was sold, as far as it is known here, and what says so. */
export type Sold = { readonly told: Order; readonly proof: 'order' | 'receipt' };

export type FoundSold = {
  readonly sold: readonly Sold[];
  /** The server could not be asked about them. */
  readonly isOffline: boolean;
};

export type SearchProblem =
  | ReceiptProblem
  | ReceiptWithoutLines
  | { readonly type: 'not_found' }
  | { readonly type: 'not_found_offline' }
  | { readonly type: 'is_pickup_code' }
  | { readonly type: 'receipt_of_return'; readonly number: string }
  | { readonly type: 'all_returned' }
  /** Gift cards alone were sold by it. */
  | { readonly type: 'only_gift_cards' }
  | Extract<ReturnProblem, { readonly type: 'other_currency' }>
  | { readonly type: 'nothing_collected' };

/** Asks the server; null = it could not be asked. */
type Ask = (text: string) => Promise<readonly Order[] | null>;

type Searched = Promise<Result<FoundSold, SearchProblem>>;

/** What a forger would show, not a customer with a crumpled paper. */
const SMELLS: ReadonlySet<string> = new Set([
  'signature_invalid',
  'till_revoked',
  'certificate_expired',
  'all_returned',
]);

/** On record where it smells of fraud (rule T4). */
const refuse = async (
  till: TillStore,
  actor: Actor,
  orderId: string | null,
  problem: SearchProblem,
): Searched => {
  if (SMELLS.has(problem.type))
    await till.journal.write(actor, async () =>
      ok({ type: 'code.failed', payload: { orderId, kind: 'receipt', reason: problem.type } }),
    );
  return fail(problem);
};

/** Whether anything of it can come back at all. */
const emptiness = (order: Order): SearchProblem | null => {
  const lines = returnableLines(order);
  if (order.lines.length > 0 && order.lines.every(isGiftCard)) return { type: 'only_gift_cards' };
  if (lines.length === 0) return { type: 'nothing_collected' };
  return lines.every(({ left }) => left === 0) ? { type: 'all_returned' } : null;
};

/** One of what was found, with everything this till knows of it, if something of it can come back. */
export const openSold = async (
  { view }: TillStore,
  { told, proof }: Sold,
): Promise<Result<Sold, SearchProblem>> => {
  const order = toldOrder(told, await view.order(told.id));
  const { settings } = view.references();
  const { currency } = order;
  if (settings && settings.currency !== currency) return fail({ type: 'other_currency', currency });
  const problem = emptiness(order);
  return problem ? fail(problem) : ok({ told: order, proof });
};

const orderFromReceipt = async (
  { catalog }: TillStore,
  receipt: SignedReceipt,
): Promise<Result<Order, ReceiptWithoutLines>> => {
  const lines = receipt.lines.type === 'listed' ? receipt.lines.lines : [];
  const products = await Promise.all(lines.map(({ sku }) => catalog.product(sku)));
  return orderOfReceipt(
    receipt,
    new Map(products.flatMap((product) => (product ? [[product.sku, product] as const] : []))),
  );
};

/** The sale of a receipt that was scanned: known here, else by the server, else by the receipt itself (design §6). */
const findByReceipt = async (till: TillStore, actor: Actor, ask: Ask, text: string): Searched => {
  const read = await readScannedReceipt(till, text);
  // Its signer is not trusted any more; what is known of the sale from elsewhere still is.
  const receipt = read.ok ? read.value : 'receipt' in read.problem ? read.problem.receipt : null;
  if (receipt === null)
    return read.ok ? fail({ type: 'not_found' }) : refuse(till, actor, null, read.problem);
  const { orderId } = receipt;
  const known = await till.view.order(orderId);
  const onPaper = read.ok ? await orderFromReceipt(till, receipt) : null;
  // Another till may have handed it over, which has not come down yet.
  const isNews = known !== null && onPaper?.ok === true && isAhead(onPaper.value, known);
  if (known && !known.provisional && !isNews)
    return ok({ sold: [{ told: known, proof: 'order' }], isOffline: false });
  const answer = await ask(orderId);
  const told = answer?.find(({ id }) => id === orderId);
  if (told) return ok({ sold: [{ told, proof: 'order' }], isOffline: false });
  if (!read.ok) return refuse(till, actor, orderId, read.problem);
  if (!onPaper) return fail({ type: 'not_found' });
  if (!onPaper.ok) return onPaper;
  return ok({ sold: [{ told: onPaper.value, proof: 'receipt' }], isOffline: answer === null });
};

/** Of the orders this till holds, newest first, those that are meant; one of that very number stands alone. */
const findHere = async (till: TillStore, text: string): Promise<Order[]> => {
  const customers = till.view.customers().filter((customer) => isCustomerMeant(customer, text));
  const ids = new Set(customers.map(({ id }) => id));
  const found: Order[] = [];
  for await (const page of orderPagesHere(till)) {
    const meant = page.filter(
      (order) => (!order.provisional || order.lines.length > 0) && isMeant(order, text, ids),
    );
    const exact = meant.find(({ number }) => number?.toLowerCase() === text.toLowerCase());
    if (exact) return [exact];
    found.push(...meant);
  }
  return found;
};

const findByText = async (till: TillStore, ask: Ask, text: string): Searched => {
  const here = await findHere(till, text);
  const [first] = here;
  const isExact = here.length === 1 && first?.number?.toLowerCase() === text.toLowerCase();
  const answer = isExact ? [] : await ask(text);
  const ids = new Set(here.map(({ id }) => id));
  const orders = [...here, ...(answer ?? []).filter(({ id }) => !ids.has(id))];
  const ofReturn = orders.find((order) => isReturnNumber(order, text));
  if (ofReturn) return fail({ type: 'receipt_of_return', number: ofReturn.number ?? ofReturn.id });
  if (orders.length === 0)
    return fail({ type: answer === null ? 'not_found_offline' : 'not_found' });
  return ok({
    sold: orders.map((told) => ({ told, proof: 'order' as const })),
    isOffline: answer === null,
  });
};

/**
 * What a customer brings back was sold as: found by the code of its receipt, its number, a phone, a name or a card; here
 * first, then by the server, then by the code alone. One that was found alone is opened at once.
 */
export const findSold = async (
  till: TillStore,
  actor: Actor,
  { ask, text }: { readonly ask: Ask; readonly text: string },
): Searched => {
  const wanted = text.trim();
  const kind = tokenKindOf(wanted);
  if (kind === 'pickup_code') return fail({ type: 'is_pickup_code' });
  const isQuestion =
    kind === 'receipt' || (wanted.length >= SHORTEST_QUESTION && wanted.length <= LONGEST_QUESTION);
  if (!isQuestion) return fail({ type: 'not_found' });
  const found =
    kind === 'receipt'
      ? await findByReceipt(till, actor, ask, wanted)
      : await findByText(till, ask, wanted);
  if (!found.ok) return found;
  const { sold, isOffline } = found.value;
  const [only, ...others] = sold;
  if (!only || others.length > 0) return found;
  const opened = await openSold(till, only);
  if (opened.ok) return ok({ sold: [opened.value], isOffline });
  return kind === 'receipt' ? refuse(till, actor, only.told.id, opened.problem) : opened;
};
