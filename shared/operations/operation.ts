import type { Static } from 'typebox';
import type { OperationDefinition } from './define-operation.ts';
import type { Envelope } from './envelope.ts';
import { basketDiscarded } from './basket-discarded.ts';
import { basketParked } from './basket-parked.ts';
import { basketRecalled } from './basket-recalled.ts';
import { basketVoided } from './basket-voided.ts';
import { cashMoved } from './cash-moved.ts';
import { codeFailed } from './code-failed.ts';
import { customerContacted } from './customer-contacted.ts';
import { customerSaved } from './customer-saved.ts';
import { drawerOpened } from './drawer-opened.ts';
import { exceptionResolved } from './exception-resolved.ts';
import { exchangeCompleted } from './exchange-completed.ts';
import { fiscalFailed } from './fiscal-failed.ts';
import { fiscalRegistered } from './fiscal-registered.ts';
import { fiscalSent } from './fiscal-sent.ts';
import { lineVoided } from './line-voided.ts';
import { orderAmended } from './order-amended.ts';
import { orderCanceled } from './order-canceled.ts';
import { orderPaid } from './order-paid.ts';
import { paymentRequested } from './payment-requested.ts';
import { paymentResolved } from './payment-resolved.ts';
import { pickupArrived } from './pickup-arrived.ts';
import { pickupExtended } from './pickup-extended.ts';
import { pickupHandedOver } from './pickup-handed-over.ts';
import { pickupMoved } from './pickup-moved.ts';
import { pickupPicked } from './pickup-picked.ts';
import { pickupPrepared } from './pickup-prepared.ts';
import { pickupPutBack } from './pickup-put-back.ts';
import { pickupRejected } from './pickup-rejected.ts';
import { tilesArranged } from './tiles-arranged.ts';
import { receiptReprinted } from './receipt-reprinted.ts';
import { refundRequested } from './refund-requested.ts';
import { refundResolved } from './refund-resolved.ts';
import { returnCompleted } from './return-completed.ts';
import { saleCompleted } from './sale-completed.ts';
import { shiftClosed } from './shift-closed.ts';
import { shiftOpened } from './shift-opened.ts';
import { staffRefused } from './staff-refused.ts';
import { staffSignedIn } from './staff-signed-in.ts';
import { stockAdjusted } from './stock-adjusted.ts';
import { stockCounted } from './stock-counted.ts';
import { stockReceived } from './stock-received.ts';
import { stockTransferReceived } from './stock-transfer-received.ts';
import { stockTransferSent } from './stock-transfer-sent.ts';
import { stockWrittenOff } from './stock-written-off.ts';
import { trainingCompleted } from './training-completed.ts';

/** Every type and version this build can apply. */
export const operationDefinitions = [
  saleCompleted,
  returnCompleted,
  exchangeCompleted,
  orderPaid,
  orderAmended,
  orderCanceled,
  pickupPicked,
  pickupPrepared,
  pickupHandedOver,
  pickupRejected,
  pickupExtended,
  pickupMoved,
  pickupArrived,
  pickupPutBack,
  codeFailed,
  customerContacted,
  customerSaved,
  exceptionResolved,
  shiftOpened,
  shiftClosed,
  cashMoved,
  drawerOpened,
  staffSignedIn,
  staffRefused,
  stockAdjusted,
  stockReceived,
  stockCounted,
  stockTransferSent,
  stockTransferReceived,
  stockWrittenOff,
  paymentRequested,
  paymentResolved,
  refundRequested,
  refundResolved,
  lineVoided,
  basketVoided,
  basketParked,
  basketRecalled,
  basketDiscarded,
  trainingCompleted,
  tilesArranged,
  receiptReprinted,
  fiscalRegistered,
  fiscalFailed,
  fiscalSent,
] as const;

type Definition = (typeof operationDefinitions)[number];

type ContentOf<Known> =
  Known extends OperationDefinition<infer Name, infer Payload>
    ? { readonly type: Name; readonly payload: Static<Payload> }
    : never;

/** What a command decides: a type and its payload; the journal adds the envelope. */
export type OperationContent = ContentOf<Definition>;

export type OperationType = OperationContent['type'];

/** A known operation with its envelope; narrowing `type` narrows `payload`. */
export type Operation = Omit<Envelope, 'type' | 'payload'> & OperationContent;

const definitionsByType = new Map<string, Definition>(
  operationDefinitions.map((definition) => [definition.type, definition]),
);

export const definitionOf = (type: string): Definition | undefined => definitionsByType.get(type);

/** The version of a type that this build writes. */
export const versionOf = (type: OperationType): number => definitionOf(type)?.version ?? 1;
