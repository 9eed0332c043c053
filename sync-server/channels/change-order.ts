import type { ChannelAct } from '#shared/domain/order/channel-act.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { add, ZERO } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { EditRequest, PaymentRequest, RefundRequest } from '#shared/protocol/channel.ts';
import type { ErrorReply } from '#shared/protocol/errors.ts';
import { hashSecret } from '../auth/secrets.ts';
import type { IngestEnvironment } from '../ingest/environment.ts';
import { takeChannelAct } from '../ingest/take-channel-act.ts';
import { readPriceList } from '../projections/price-list.ts';
import { readWithheld } from '../projections/withheld.ts';
import type { Tables } from '../tables.ts';
import { editLines } from './edit-lines.ts';

type Parts = { readonly db: Tables; readonly ingest: IngestEnvironment };

/** Which order, under which Idempotency-Key, and when it happened at the channel; null = the channel asks. */
export type ToldAct = {
  readonly order: Order;
  readonly key: string;
  readonly happenedAt: string | null;
};

type Changed = Promise<Result<Order, ErrorReply>>;

/** One id per order and key, so that an act said again is the same act. */
const actIdOf = ({ order, key }: ToldAct): string =>
  `c-${hashSecret(`${order.id} ${key}`).slice(0, 32)}`;

const PLACES = { not_found: '/id', order_closed: '/id', not_available: '/lines' } as const;

/** What the store that hands the order over then offers nobody of the goods that it has then. */
const withheldFor = async ({ db, ingest }: Parts, order: Order, act: ChannelAct) => {
  if (act.type !== 'edit' && act.type !== 'move') return new Map();
  const storeId = act.type === 'move' ? act.storeId : order.storeId;
  const lines = act.type === 'edit' ? act.added : order.lines;
  const skus = lines.map(({ sku }) => sku);
  return readWithheld(db, storeId, skus, ingest.now());
};

const take = async (parts: Parts, told: ToldAct, act: ChannelAct): Changed => {
  const { order, happenedAt } = told;
  const withheld = await withheldFor(parts, order, act);
  const by = { actId: actIdOf(told), happenedAt, withheld };
  const taken = await takeChannelAct(parts.ingest, order.id, act, by);
  if (taken.ok) return taken;
  const { type } = taken.problem;
  const isElsewhere = act.type === 'move' && type === 'not_available';
  return fail({ code: type, at: isElsewhere ? '/storeId' : PLACES[type] });
};

export const giveUp = (parts: Parts, told: ToldAct, type: 'cancel' | 'expire'): Changed =>
  take(parts, told, { type });

const move = async (parts: Parts, told: ToldAct, storeId: string): Changed => {
  const prices = await readPriceList(
    parts.db,
    { storeId, channel: told.order.channel },
    [],
    parts.ingest.now(),
  );
  if (!prices) return fail({ code: 'unknown_store', at: '/storeId' });
  if (prices.settings.currency !== told.order.currency)
    return fail({ code: 'wrong_currency', at: '/storeId' });
  return take(parts, told, { type: 'move', storeId });
};

const edit = async (
  parts: Parts,
  told: ToldAct,
  lines: NonNullable<EditRequest['lines']>,
  total: EditRequest['total'],
): Changed => {
  const { order } = told;
  const suffix = actIdOf(told).slice(2, 10);
  // The same edit once more: its lines are there, and what was wanted then is no matter.
  if (order.removals.some(({ actId }) => actId === actIdOf(told))) return ok(order);
  const skus = lines.map(({ sku }) => sku);
  const prices = await readPriceList(parts.db, order, skus, parts.ingest.now());
  if (!prices) return fail({ code: 'unknown_store', at: '/id' });
  const change = editLines(order, lines, prices, suffix);
  if (!change.ok) return change;
  const removed = new Set(change.value.removed);
  const next = [...order.lines.filter(({ id }) => !removed.has(id)), ...change.value.added];
  if (add(...next.map((line) => line.total)) !== total)
    return fail({ code: 'price_changed', at: '/total' });
  return take(parts, told, { type: 'edit', ...change.value });
};

/** Other goods, or another store, or both. */
export const editOrder = async (
  parts: Parts,
  told: ToldAct,
  { lines, total, storeId }: EditRequest,
): Changed => {
  const moved = storeId === undefined ? ok(told.order) : await move(parts, told, storeId);
  if (!moved.ok || lines === undefined) return moved;
  return edit(parts, { ...told, order: moved.value }, lines, total);
};

export const payOrder = (
  parts: Parts,
  told: ToldAct,
  { amount, reference }: PaymentRequest,
): Changed => {
  const at = told.happenedAt ?? parts.ingest.now();
  const id = actIdOf(told);
  const payment = { id, tender: 'online', amount, tendered: amount, change: ZERO, at } as const;
  return take(parts, told, { type: 'pay', payment: { ...payment, reference } });
};

/** What the provider was asked for keeps its id and its amount; anything else is a refund of its own. */
export const refundOrder = async (
  parts: Parts,
  told: ToldAct,
  { refundId, amount, state, reference }: RefundRequest,
): Changed => {
  const asked = told.order.refunds.find(({ id }) => id === refundId);
  if (refundId !== undefined && !asked) return fail({ code: 'not_found', at: '/refundId' });
  if (asked && asked.amount !== amount) return fail({ code: 'amount_invalid', at: '/amount' });
  const at = told.happenedAt ?? parts.ingest.now();
  const refund = { id: asked?.id ?? actIdOf(told), tender: 'online', amount, state, reference, at };
  return take(parts, told, { type: 'refund', refund: { ...refund, tender: 'online' } });
};
