import { type Minor, subtract } from '#shared/kernel/money.ts';
import type { ParkedBasket } from '../basket/schema.ts';
import { type BlindRecord, countedBefore } from '../return/blind-record.ts';
import type { ShiftClosing } from '../shift/schema.ts';
import { CONSEQUENCES } from './consequences.ts';
import { exceptionId } from './contradictions.ts';
import type { Contradiction, ExceptionKind, ToldRefund } from './schema.ts';

type Told = { readonly operationId: string; readonly storeId: string };

/** About one operation, in the store where it was made; told apart by its id unless `more` says otherwise. */
const ofOperation = (
  kind: ExceptionKind,
  { operationId, storeId }: Told,
  more: Partial<
    Pick<Contradiction, 'id' | 'otherStoreIds' | 'evidence' | 'refund' | 'amount'>
  > = {},
): Contradiction => ({
  id: exceptionId(kind, operationId),
  kind,
  storeId,
  otherStoreIds: [],
  subject: { type: 'operation', id: operationId },
  evidence: [operationId],
  amount: null,
  owner: CONSEQUENCES[kind].owner,
  ...more,
});

/**
 * Money that a machine took or gave and a till could not complete an operation with, or of which nobody knows whether it did;
 * `operationId` is the one that says so (rule J3). `refund`: which one it is, where it goes back to a customer.
 */
export const moneyWithoutAct = (
  kind: 'payment_without_sale' | 'refund_without_return' | 'money_unknown',
  moneyId: string,
  told: Told,
  refund: ToldRefund | null = null,
): Contradiction =>
  ofOperation(kind, told, { id: exceptionId(kind, moneyId), ...(refund && { refund }) });

/** A document whose paper went out without a fiscal number; `failedId` is the operation that says so (rule J8). */
export const unregistered = ({
  documentId,
  operationId,
  total,
  failedId,
  storeId,
}: {
  readonly documentId: string;
  /** What is not registered. */
  readonly operationId: string;
  readonly total: Minor;
  readonly failedId: string;
  readonly storeId: string;
}): Contradiction => {
  const kind = 'fiscal_unregistered';
  const evidence = [operationId, failedId];
  const id = exceptionId(kind, documentId);
  return ofOperation(kind, { operationId, storeId }, { id, evidence, amount: total });
};

/** Pointers into one operation that an exception names; more say nothing more. */
const MAX_POINTERS = 20;

/** A computation of the till that does not add up, or a price that was not in the list it held, by where it is (rule R11). */
export const contradictionsOfPrices = (
  told: Told,
  pointers: readonly string[],
): Contradiction[] => {
  if (pointers.length === 0) return [];
  const named = pointers.slice(0, MAX_POINTERS);
  const evidence = named.map((pointer) => `${told.operationId}/${pointer}`);
  return [ofOperation('price_mismatch', told, { evidence })];
};

/** Facts that an exception of a customer's returns names; more say nothing more. */
const MAX_BLIND = 20;

/**
 * Returns without a receipt of one customer that were more than the policy of their store allowed, by all that is known
 * of them now: tills that were cut off from each other each counted their own.
 */
export const contradictionsOfBlindReturns = (
  record: BlindRecord,
  limitIn: (storeId: string) => number,
): Contradiction[] =>
  record.returns.flatMap((fact) => {
    const { operationId, storeId, total } = fact;
    const earlier = countedBefore(record, fact);
    if (earlier.length < limitIn(storeId)) return [];
    const others = earlier.map((one) => one.storeId).filter((other) => other !== storeId);
    return ofOperation('blind_too_often', fact, {
      otherStoreIds: [...new Set(others)].toSorted(),
      evidence: [...earlier.map((one) => one.operationId), operationId].slice(-MAX_BLIND),
      amount: total,
    });
  });

/** A drawer that a Z report closed with more or less in it than its own sums say and its store lets pass; minor units. */
export const contradictionsOfClosing = (
  { counted, report }: ShiftClosing,
  told: Told,
  limit: Minor,
): Contradiction[] => {
  const amount = subtract(counted, report.drawer.expected);
  return Math.abs(amount) <= limit ? [] : [ofOperation('cash_difference', told, { amount })];
};

/** The number of a till's shift is not the one after its last: it is there twice, or one is left out (rule R3). */
export const contradictionsOfOpening = (
  number: number,
  last: number,
  told: Told,
): Contradiction[] => {
  const evidence = [`${told.operationId}/number`];
  return number === last + 1 ? [] : [ofOperation('shift_number_broken', told, { evidence })];
};

/** The cash that a Z report expects less what all its operations come to, where that is not nothing (rule R2); minor units. */
export const sumsOfShift = (shiftId: string, amount: Minor, told: Told): Contradiction[] => {
  const kind = 'shift_sums_differ';
  const id = exceptionId(kind, shiftId);
  return amount === 0 ? [] : [ofOperation(kind, told, { id, amount })];
};

/** Two tills went on with one parked basket: what it holds may have been sold twice, or only once. */
export const contradictionsOfParked = ({
  id,
  storeId,
  parked,
  recalls,
}: ParkedBasket): Contradiction[] => {
  const [, second] = recalls;
  if (second === undefined) return [];
  const kind = 'basket_recalled_twice';
  const recalled = recalls.map((recall) => recall.operationId);
  const operationId = parked?.operationId ?? second.operationId;
  return [
    ofOperation(
      kind,
      { operationId, storeId },
      {
        id: exceptionId(kind, id),
        evidence: [...(parked ? [parked.operationId] : []), ...recalled],
      },
    ),
  ];
};
