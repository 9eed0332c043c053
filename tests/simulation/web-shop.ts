import { NO_PROMOTIONS } from '#shared/domain/pricing/promotion-book.ts';
import {
  onlineRefundDueOf,
  onlineRefundsAsked,
  paidBy,
  dueOf,
} from '#shared/domain/order/balance.ts';
import type { ChannelAct } from '#shared/domain/order/channel-act.ts';
import { placeOrder, type Placement } from '#shared/domain/order/place.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Payment, Refund } from '#shared/domain/payment/schema.ts';
import { successorId } from '#shared/domain/pickup/amend.ts';
import { openPickup } from '#shared/domain/pickup/open-pickup.ts';
import { partOfLine } from '#shared/domain/pricing/part-of-line.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { type Minor, minor, ZERO } from '#shared/kernel/money.ts';
import { quantity } from '#shared/kernel/quantity.ts';
import { type PickupCode, pickupClaimOf } from '#shared/tokens/pickup-code.ts';
import { basketOf } from './cashier.ts';
import { substituteFor, suffixOf } from './pickup-desk.ts';
import type { Random } from './random.ts';
import { CUSTOMERS, STORE_IDS } from './shops.ts';

/** What a channel asks for, or reports that it happened; told until it is answered. */
export type Telling = {
  readonly actId: string;
  readonly act: ChannelAct;
  /** null = it asks. */
  readonly happenedAt: string | null;
  /** Of a refund that the server asked for. */
  readonly isAnswer: boolean;
  /** The server refused it: it is too late, and did not happen. */
  isClosed: boolean;
  /** The server said that it is done. */
  isDone: boolean;
};

/** A web order as its channel remembers it. */
export type WebOrder = {
  readonly placement: Placement;
  readonly tellings: Telling[];
  /** As the server last showed it. */
  known: Order;
  /** The server has said once that it has the order. */
  isPlaced: boolean;
};

/** What the server says; null = nothing was heard. */
export type WebServer = {
  readonly place: (placement: Placement) => Promise<Order | null>;
  readonly order: (orderId: string) => Promise<Order | null>;
  readonly tell: (orderId: string, telling: Telling) => Promise<Order | 'closed' | null>;
};

export type WebAct = ChannelAct['type'];

/** A channel: it asks until it is answered, and again when the server has forgotten. */
export type WebShop = {
  readonly place: (storeId: string, random: Random) => void;
  /** The customer or the channel does something to an order; the server may hear of it much later, or twice. */
  readonly act: (type: WebAct, random: Random) => void;
  /** The provider looks for what it is to give back, and says that it has. */
  readonly answer: (random: Random) => void;
  /** What the customers can show in a store, as the server last signed it. */
  readonly codes: () => readonly PickupCode[];
  /** Says everything again. */
  readonly repeat: () => void;
  /** The server was restored: what it said it may not know any more. */
  readonly doubt: () => void;
  readonly orders: () => readonly WebOrder[];
};

const paidOf = (total: Minor, random: Random): Minor => {
  if (total === 0 || random.chance(0.4)) return ZERO;
  return random.chance(0.6) ? total : minor(random.below(total));
};

const paymentOf = (id: string, amount: Minor, at: string): Payment => ({
  id,
  tender: 'online',
  amount,
  tendered: amount,
  change: ZERO,
  reference: null,
  at,
});

/** Most customers show a loyalty card; whose is drawn from nothing, so that histories stay what they were. */
const accountFor = (id: string): Pick<Placement['customer'], 'accountId'> => {
  const sum = Array.from(id, (letter) => letter.charCodeAt(0)).reduce(
    (total, code) => total + code,
    0,
  );
  const account = CUSTOMERS[sum % (CUSTOMERS.length + 1)];
  return account ? { accountId: account.id } : {};
};

const placementOf = (storeId: string, id: string, random: Random, now: number): Placement => {
  const { discount: _, ...basket } = basketOf(random, storeId);
  const priced = priceBasket({ ...basket, discount: null }, NO_PROMOTIONS, '');
  const at = new Date(now).toISOString();
  const amount = paidOf(priced.totals.total, random);
  // Some are kept for days, some are overdue soon.
  const kept = random.chance(0.5) ? 259_200_000 : random.below(20_000);
  return {
    id,
    number: `W-${id}`,
    channel: 'web',
    storeId,
    customer: { customerId: null, name: 'Customer', phone: '', ...accountFor(id) },
    currency: 'KZT',
    taxInclusive: basket.taxInclusive,
    basket: priced,
    payments: amount === 0 ? [] : [paymentOf(`${id}-paid`, amount, at)],
    placedAt: at,
    expiresAt: new Date(now + kept).toISOString(),
  };
};

type Making = { readonly actId: string; readonly at: string; readonly random: Random };

/** One line goes, and fewer of it, another, or nothing comes. */
const editOf = ({ lines, storeId }: Order, random: Random): ChannelAct | null => {
  const line = random.pick(lines);
  if (!line) return null;
  const removed = [line.id];
  if (random.chance(0.4))
    return { type: 'edit', removed, added: substituteFor(line.id, storeId, random) };
  const left = random.below(line.quantity);
  if (left === 0) return { type: 'edit', removed, added: [] };
  const rest = partOfLine(line, successorId(line.id, suffixOf(random)), quantity(left));
  return { type: 'edit', removed, added: [rest] };
};

const refundOf = (known: Order, { actId, at, random }: Making): ChannelAct | null => {
  const paid = paidBy(known, 'online');
  if (paid <= 0) return null;
  const amount = random.chance(0.6) ? paid : minor(1 + random.below(paid));
  const state = 'refunded' as const;
  return {
    type: 'refund',
    refund: { id: actId, tender: 'online', amount, state, reference: actId, at },
  };
};

const actOf = (type: WebAct, known: Order, making: Making): ChannelAct | null => {
  const { actId, at, random } = making;
  switch (type) {
    case 'cancel':
    case 'expire':
      return { type };
    case 'edit':
      return editOf(known, random);
    case 'move':
      return { type, storeId: random.pick(STORE_IDS) ?? known.storeId };
    case 'pay': {
      const due = dueOf(known);
      const amount = random.chance(0.8) ? due : minor(random.below(due + 100));
      return amount > 0 ? { type, payment: paymentOf(actId, amount, at) } : null;
    }
    case 'refund':
      return refundOf(known, making);
  }
};

/** What the provider has to say of what it was asked for; and what it gives back by itself (rule R16). */
const answersTo = (order: Order, actId: string, at: string, random: Random): Refund[] => {
  const state = random.chance(0.2) ? ('unknown' as const) : ('refunded' as const);
  const reference = state === 'unknown' ? null : actId;
  const asked = onlineRefundsAsked(order).map((refund) => ({ ...refund, state, reference, at }));
  const amount = onlineRefundDueOf(order);
  if (asked.length > 0 || amount === 0) return asked;
  return [{ id: actId, tender: 'online', amount, state: 'refunded', reference: actId, at }];
};

const codeOf = ({ known, isPlaced }: WebOrder): PickupCode[] => {
  const claim = pickupClaimOf(known);
  if (claim === null || !isPlaced || !openPickup(known).ok) return [];
  const { lines, ...rest } = claim;
  const ids = { chainId: 'chain', keyId: 'key', nonce: 'a'.repeat(16) };
  return [{ ...rest, ...ids, lines: { type: 'listed', lines: [...lines] } }];
};

export const createWebShop = (
  server: WebServer,
  now: () => number,
  createId: () => string,
): WebShop => {
  const orders: WebOrder[] = [];
  const timeNow = (): string => new Date(now()).toISOString();

  const say = async (order: WebOrder, telling: Telling): Promise<void> => {
    if (telling.isClosed) return;
    const answer = await server.tell(order.placement.id, telling);
    if (answer === 'closed') telling.isClosed = true;
    else if (answer) {
      order.known = answer;
      telling.isDone = true;
    }
  };

  const tell = async (order: WebOrder): Promise<void> => {
    const placed = await server.place(order.placement);
    if (!placed) return;
    order.known = placed;
    order.isPlaced = true;
    for (const telling of order.tellings) await say(order, telling);
  };

  const add = (order: WebOrder, act: ChannelAct, making: Making, isAnswer = false): void => {
    const { random, actId, at } = making;
    const happenedAt = random.chance(0.5) ? at : null;
    const telling: Telling = { actId, act, happenedAt, isAnswer, isClosed: false, isDone: false };
    order.tellings.push(telling);
    // Late: it is told when the channel says everything again.
    const times = random.pick([0, 1, 1, 1, 2]) ?? 1;
    for (let time = 0; time < times; time += 1) void say(order, telling);
  };

  const making = (random: Random): Making => ({ actId: createId(), at: timeNow(), random });

  const answerOn = async (order: WebOrder, random: Random): Promise<void> => {
    const known = await server.order(order.placement.id);
    if (!known) return;
    order.known = known;
    const made = making(random);
    for (const refund of answersTo(known, made.actId, made.at, random)) {
      const isAnswer = refund.id !== made.actId;
      const actId = isAnswer ? `${made.actId}-${refund.id}` : made.actId;
      add(order, { type: 'refund', refund }, { ...made, actId }, isAnswer);
    }
  };

  return {
    place: (storeId, random) => {
      const placement = placementOf(storeId, createId(), random, now());
      const known = placeOrder(null, placement);
      const order: WebOrder = { placement, tellings: [], known, isPlaced: false };
      orders.push(order);
      void tell(order);
    },
    act: (type, random) => {
      const order = random.pick(orders);
      if (!order) return;
      const made = making(random);
      const act = actOf(type, order.known, made);
      if (act) add(order, act, made);
    },
    answer: (random) => {
      for (const order of orders) void answerOn(order, random);
    },
    codes: () => orders.flatMap(codeOf),
    repeat: () => {
      for (const order of orders) void tell(order);
    },
    doubt: () => {
      for (const telling of orders.flatMap(({ tellings }) => tellings)) telling.isDone = false;
    },
    orders: () => orders,
  };
};
