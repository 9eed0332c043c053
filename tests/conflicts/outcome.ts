import { CONSEQUENCES } from '#shared/domain/exception/consequences.ts';
import {
  dueOf,
  onlineRefundDueOf,
  onlineRefundsAsked,
  paidOf,
  refundDueOf,
  refundedOf,
} from '#shared/domain/order/balance.ts';
import { goodsToPutBack } from '#shared/domain/pickup/close.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { OTHER_TILL_ACTS, TILL_ACTS, WEB_ACTS } from './acts.ts';
import { type Counter, LAST, MANY, openCounter } from './counter.ts';

export type Away = `web: ${keyof typeof WEB_ACTS}` | `till: ${keyof typeof OTHER_TILL_ACTS}`;
export type Here = keyof typeof TILL_ACTS;

const DOINGS = {
  ...Object.fromEntries(Object.entries(WEB_ACTS).map(([name, act]) => [`web: ${name}`, act])),
  ...Object.fromEntries(
    Object.entries(OTHER_TILL_ACTS).map(([name, act]) => [`till: ${name}`, act]),
  ),
};

export const AWAY = Object.keys(DOINGS) as Away[];
export const HERE = Object.keys(TILL_ACTS) as Here[];

/** What a pair of acts comes to, as people see it; money in whole units. */
export type Outcome = {
  readonly state: string;
  /** On hand / reserved of the only piece, then of the goods of which there are more. */
  readonly stock: string;
  /** Paid, refunded, still due, still to be given back. */
  readonly money: string;
  /** Each with its task and owner. */
  readonly exceptions: readonly string[];
  /** What there is to do without any contradiction. */
  readonly tasks: readonly string[];
};

const whole = (amount: number): number => amount / 100;

const outcomeOf = async ({ shop }: Counter): Promise<Outcome> => {
  const order = await shop.order('order');
  if (!order?.pickup) throw new Error('the order is gone');
  const levels = await Promise.all([LAST, MANY].map((sku) => shop.level(sku)));
  const open = await shop.openExceptions();
  return {
    state: order.pickup.state,
    stock: levels.map((level) => `${level?.onHand ?? 0}/${level?.reserved ?? 0}`).join(' '),
    money: [paidOf(order), refundedOf(order), dueOf(order), refundDueOf(order)]
      .map(whole)
      .join(' '),
    exceptions: open
      .toSorted()
      .map((kind) => `${kind} → ${CONSEQUENCES[kind].task} (${CONSEQUENCES[kind].owner})`),
    tasks: [
      ...(goodsToPutBack(order, shop.storeId).length > 0 ? ['put back (store)'] : []),
      ...(onlineRefundDueOf(order) > 0 || onlineRefundsAsked(order).length > 0
        ? ['refund (channel)']
        : []),
    ],
  };
};

/** Everything that facts made, to the letter, for a comparison of two histories. */
const tracesOf = async ({ shop }: Counter): Promise<string> => {
  const { orders, stock, exceptions, movements, reservations, saleLines, money } =
    await shop.effects();
  const open = exceptions.filter(({ state }) => state === 'open');
  const lists: readonly (readonly unknown[])[] = [
    orders,
    // Which operations a level contains is about when they came, not about what they did.
    stock.map(({ seen: _, ...level }) => level),
    open,
    movements,
    reservations,
    // Of two hand-overs of one line the one that was heard of first is the sale.
    saleLines.map(({ operationId: _, tillId: __, ...sold }) => sold),
    money,
  ];
  // Ids are drawn anew in each history.
  const traces = lists.map((rows) =>
    rows.map((row) => canonicalJson(row).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')).toSorted(),
  );
  return JSON.stringify(traces, null, 2);
};

export type Played = { readonly outcome: Outcome; readonly traces: string };

const isPaidFor = (away: Away): boolean => away !== 'web: pay';

/** Lets both happen out of each other's hearing, and the server hear of them in this order. */
const play = async (away: Away, here: Here, isAwayFirst: boolean): Promise<Played> => {
  const terms = {
    isPaid: isPaidFor(away),
    isHandedOver: here === 'return',
    pieces: here === 'refuse in part' ? 3 : 1,
  };
  const counter = await openCounter(terms);
  const doing = DOINGS[away];
  if (!doing) throw new Error(away);
  const [tellAway, tellHere] = [await doing(counter), await TILL_ACTS[here](counter)];
  for (const tell of isAwayFirst ? [tellAway, tellHere] : [tellHere, tellAway]) await tell();
  return { outcome: await outcomeOf(counter), traces: await tracesOf(counter) };
};

export type Pair = {
  readonly away: Away;
  readonly here: Here;
  readonly outcome: Outcome;
  /** Both orders of arrival came to the same. */
  readonly converges: boolean;
};

export const playPair = async (away: Away, here: Here): Promise<Pair> => {
  const first = await play(away, here, true);
  const second = await play(away, here, false);
  return { away, here, outcome: first.outcome, converges: first.traces === second.traces };
};

export const allPairs = async (): Promise<Pair[]> => {
  const pairs: Pair[] = [];
  for (const away of AWAY) for (const here of HERE) pairs.push(await playPair(away, here));
  return pairs;
};
