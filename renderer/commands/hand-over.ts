import type { Order } from '#shared/domain/order/schema.ts';
import { isByMachine } from '#shared/domain/payment/machine.ts';
import type { Offer, PaymentProblem } from '#shared/domain/payment/settle.ts';
import { decideHandOver, decideOrderPayment, type LinePart } from '#shared/domain/pickup/decide.ts';
import { judgeByCode, proofNeedsManager } from '#shared/domain/pickup/needs-manager.ts';
import type { PickupProblem } from '#shared/domain/pickup/problems.ts';
import type { HandOverProof } from '#shared/domain/pickup/schema.ts';
import type { ToldByLine } from '#shared/domain/pickup/told.ts';
import type { PointsNotTaken } from '#shared/domain/points/of-pickup.ts';
import { cashIncrementAt } from '#shared/domain/settings/cash-increment.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { CodeWithoutLines } from '#shared/tokens/order-of-code.ts';
import type { PickupCode } from '#shared/tokens/pickup-code.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { trustedTime } from '../store/trusted-time.ts';
import { pickupTerms } from './look-up-points.ts';
import { may } from './may.ts';
import { shiftRefusal } from './in-shift.ts';
import { pickupAsks } from './pickup-asks.ts';
import { onOrder } from './on-order.ts';
import { keepOrderOfCode, type KnownOrder, orderByCode } from './order-by-code.ts';
import type { TillProblem } from './problems.ts';

type PayingProblem = PickupProblem | PaymentProblem | PointsNotTaken | TillProblem;

export type HandOverProblem = PayingProblem | CodeWithoutLines;

export type HandOverInput = {
  readonly orderId: string;
  readonly offers: readonly Offer[];
  readonly proof: HandOverProof;
  /** What was answered of goods that ask something, by line; left out: nothing. */
  readonly told?: ToldByLine;
  /** Left out: everything that is left of the order. */
  readonly parts?: readonly LinePart[];
  /** Who took the goods, if not the customer. */
  readonly collectedBy?: string;
  /** The customer's code, where the order never came to this till (rule R20). */
  readonly code?: PickupCode;
};

/** Whether policy leaves this hand-over to a manager. */
const needsManager = async (
  till: TillStore,
  { order, isByCode }: KnownOrder,
  proof: HandOverProof,
): Promise<Result<boolean, PickupProblem>> => {
  if (!isByCode) return ok(proofNeedsManager(proof));
  const judged = judgeByCode(order, till.view.references().policy, await trustedTime(till));
  return judged.ok ? ok(judged.value.needsManager || proofNeedsManager(proof)) : judged;
};

/** The same money once more: a second press, however much the order changed between the two (rule J2). */
const isPaidWith = ({ payments }: Order, offers: readonly Offer[]): boolean =>
  offers.some(({ id }) => payments.some((payment) => payment.id === id));

/** What handing over comes to as things are now; nothing is written. */
const decideGiving = async (
  till: TillStore,
  actor: Actor,
  { orderId, offers, proof, parts, told, collectedBy, code }: HandOverInput,
): Promise<Decided<HandOverProblem>> => {
  const references = till.view.references();
  const { settings } = references;
  if (!settings) return fail({ type: 'settings_missing' });
  const known = await orderByCode(till, orderId, code ?? null);
  if (!known.ok) return known;
  if (isPaidWith(known.value.order, offers)) return fail({ type: 'already_done' });
  // A machine that took money was asked before it did; nothing else has moved yet.
  const closed = offers.some(isByMachine) ? null : await shiftRefusal(till, actor);
  if (closed) return closed;
  const judged = await needsManager(till, known.value, proof);
  if (!judged.ok) return judged;
  if (judged.value && !(await may(till, actor, 'pickups'))) return fail({ type: 'manager_needed' });
  const at = till.now();
  const handedOver = decideHandOver(known.value.order, {
    parts: parts ?? null,
    ...(told ? { told } : {}),
    asks: await pickupAsks(till, known.value.order),
    offers,
    proof,
    collectedBy: collectedBy ?? null,
    points: await pickupTerms(till, known.value.order),
    cashIncrement: cashIncrementAt(settings, at),
    at,
  });
  return handedOver.ok ? ok({ type: 'pickup.handedOver', payload: handedOver.value }) : handedOver;
};

/** Goods of a web order go to whoever proved to be the customer, and what is due for them is paid: one operation. */
export const handOver = (
  till: TillStore,
  actor: Actor,
  input: HandOverInput,
): Promise<Result<Operation, HandOverProblem | JournalProblem>> =>
  till.journal.write(actor, async () => {
    const decided = await decideGiving(till, actor, input);
    if (decided.ok && input.code) await keepOrderOfCode(till, input.code);
    return decided;
  });

type OrderPaying = {
  readonly orderId: string;
  readonly offers: readonly Offer[];
  /** A machine takes or took money for the order: of whatever part, it is paid. Left out = all that is due is. */
  readonly isTaken?: boolean;
};

/** An order placed unpaid is paid now; its goods stay where they are. */
export const payOrder = (
  till: TillStore,
  actor: Actor,
  { orderId, offers, isTaken = false }: OrderPaying,
): Promise<Result<Operation, PayingProblem | JournalProblem>> =>
  onOrder(till, actor, orderId, async (order, { settings, at }) => {
    if (isPaidWith(order, offers)) return fail({ type: 'already_done' });
    // A machine that took money was asked before it did; nothing else has moved yet.
    const closed = offers.some(isByMachine) ? null : await shiftRefusal(till, actor);
    if (closed) return closed;
    const cashIncrement = cashIncrementAt(settings, at);
    const points = await pickupTerms(till, order);
    const paid = decideOrderPayment(order, { offers, isTaken, points, cashIncrement, at });
    return paid.ok ? ok({ type: 'order.paid', payload: paid.value }) : paid;
  });
