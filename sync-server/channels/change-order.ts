import type { ChannelAct } from '#shared/domain/order/channel-act.ts';
import { owedRefundId } from '#shared/domain/order/refunds-due.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { add, ZERO } from '#shared/kernel/money.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { EditRequest, PaymentRequest, RefundRequest } from '#shared/protocol/channel.ts';
import type { ErrorReply } from '#shared/protocol/errors.ts';
import { hashSecret } from '../auth/secrets.ts';
import type { IngestEnvironment } from '../ingest/environment.ts';
import { takeChannelActs } from '../ingest/take-channel-act.ts';
import { readStorePrices } from '../projections/store-prices.ts';
import { readWithheld } from '../projections/withheld.ts';
import type { Tables } from '../tables.ts';
import { buyerOf } from './buyer-of.ts';
import { editLines } from './edit-lines.ts';

type Parts = { readonly db: Tables; readonly ingest: IngestEnvironment };

/** Which order, under which Idempotency-Key, and when it happened at the channel; null = the channel asks. */
export type ToldAct = {
  readonly order: Order;
  readonly key: string;
  readonly happenedAt: string | null;
};

type Changed = Promise<Result<Order, ErrorReply>>;
type Lines = NonNullable<EditRequest['lines']>;

/** One id per order and key, so that an act said again is the same act. */
const actIdOf = ({ order, key }: ToldAct): string =>
  `c-${hashSecret(`${order.id} ${key}`).slice(0, 32)}`;

const PLACES = { not_found: '/id', order_closed: '/id', not_available: '/lines' } as const;

/** What the store that hands the order over then offers nobody of the goods that it has then. */
const withheldFor = async (
  { db, ingest }: Parts,
  order: Order,
  acts: readonly ChannelAct[],
): Promise<ReadonlyMap<string, Quantity>> => {
  const move = acts.find((act) => act.type === 'move');
  const edit = acts.find((act) => act.type === 'edit');
  if (!move && !edit) return new Map();
  const lines = [...(move ? order.lines : []), ...(edit?.added ?? [])];
  const skus = lines.map(({ sku }) => sku);
  return readWithheld(db, move?.storeId ?? order.storeId, [...new Set(skus)], ingest.now());
};

/** All of the acts, or none of them. */
const take = async (parts: Parts, told: ToldAct, acts: readonly ChannelAct[]): Changed => {
  const { order, happenedAt } = told;
  const withheld = await withheldFor(parts, order, acts);
  const by = { actId: actIdOf(told), happenedAt, withheld };
  const taken = await takeChannelActs(parts.ingest, order.id, acts, by);
  if (taken.ok) return taken;
  const { type } = taken.problem;
  const isElsewhere = type === 'not_available' && !acts.some((act) => act.type === 'edit');
  return fail({ code: type, at: isElsewhere ? '/storeId' : PLACES[type] });
};

export const giveUp = (parts: Parts, told: ToldAct, type: 'cancel' | 'expire'): Changed =>
  take(parts, told, [{ type }]);

type Decided<Type extends ChannelAct['type']> = Promise<
  Result<ChannelAct & { readonly type: Type }, ErrorReply>
>;

const move = async (parts: Parts, { order }: ToldAct, storeId: string): Decided<'move'> => {
  const prices = await readStorePrices(
    parts.db,
    { storeId, channel: order.channel },
    [],
    parts.ingest.now(),
  );
  if (!prices) return fail({ code: 'unknown_store', at: '/storeId' });
  if (prices.settings.currency !== order.currency)
    return fail({ code: 'wrong_currency', at: '/storeId' });
  return ok({ type: 'move', storeId });
};

/** What is more than was ordered costs what the store that will hand it over asks now. */
const edit = async (
  parts: Parts,
  told: ToldAct,
  { lines, total }: { readonly lines: Lines; readonly total: EditRequest['total'] },
  storeId: string,
): Decided<'edit'> => {
  const { order } = told;
  const suffix = actIdOf(told).slice(2, 10);
  const skus = lines.map(({ sku }) => sku);
  const prices = await readStorePrices(
    parts.db,
    { storeId, channel: order.channel },
    skus,
    parts.ingest.now(),
  );
  if (!prices) return fail({ code: 'unknown_store', at: '/id' });
  const customerId = order.customer?.customerId ?? undefined;
  const buyer = await buyerOf(parts.db, { customerId }, prices);
  if (!buyer.ok) return buyer;
  const change = editLines(order, lines, { ...prices, buyer: buyer.value }, suffix);
  if (!change.ok) return change;
  const removed = new Set(change.value.removed);
  const next = [...order.lines.filter(({ id }) => !removed.has(id)), ...change.value.added];
  if (add(...next.map((line) => line.total)) !== total)
    return fail({ code: 'price_changed', at: '/total' });
  return ok({ type: 'edit', ...change.value });
};

/** Other goods, or another store, or both at once. */
export const editOrder = async (
  parts: Parts,
  told: ToldAct,
  { lines, total, storeId }: EditRequest,
): Changed => {
  const { order } = told;
  const acts: ChannelAct[] = [];
  if (storeId !== undefined) {
    const moved = await move(parts, told, storeId);
    if (!moved.ok) return moved;
    acts.push(moved.value);
  }
  // The same edit once more: its lines are there, and what was wanted then is no matter.
  const isEdited = order.removals.some(({ actId }) => actId === actIdOf(told));
  if (lines !== undefined && !isEdited) {
    const edited = await edit(parts, told, { lines, total }, storeId ?? order.storeId);
    if (!edited.ok) return edited;
    acts.push(edited.value);
  }
  return acts.length === 0 ? ok(order) : take(parts, told, acts);
};

/** Money that is known under this key already moved once. */
export const payOrder = async (
  parts: Parts,
  told: ToldAct,
  { amount, reference }: PaymentRequest,
): Changed => {
  const at = told.happenedAt ?? parts.ingest.now();
  const id = actIdOf(told);
  const payment = { id, tender: 'online', amount, tendered: amount, change: ZERO, at } as const;
  return take(parts, told, [{ type: 'pay', payment: { ...payment, reference } }]);
};

/**
 * What the provider was asked for keeps its id and its amount, what is owed is given under its id once; anything else is a
 * refund of its own.
 */
export const refundOrder = async (
  parts: Parts,
  told: ToldAct,
  { refundId, amount, state, reference }: RefundRequest,
): Changed => {
  const asked = told.order.refunds.find(({ id }) => id === refundId);
  const isOwed = refundId === owedRefundId(told.order);
  if (refundId !== undefined && !asked && !isOwed)
    return fail({ code: 'not_found', at: '/refundId' });
  if (asked && asked.amount !== amount) return fail({ code: 'amount_invalid', at: '/amount' });
  const at = told.happenedAt ?? parts.ingest.now();
  const id = refundId ?? actIdOf(told);
  const refund = { id, tender: 'online', amount, state, reference, at } as const;
  return take(parts, told, [{ type: 'refund', refund }]);
};
