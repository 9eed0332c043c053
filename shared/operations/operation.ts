import type { Static } from 'typebox';
import { basketVoided } from './basket-voided.ts';
import type { OperationDefinition } from './define-operation.ts';
import type { Envelope } from './envelope.ts';
import { lineVoided } from './line-voided.ts';
import { paymentRequested } from './payment-requested.ts';
import { paymentResolved } from './payment-resolved.ts';
import { pickupHandedOver } from './pickup-handed-over.ts';
import { pickupPrepared } from './pickup-prepared.ts';
import { returnCompleted } from './return-completed.ts';
import { saleCompleted } from './sale-completed.ts';
import { shiftClosed } from './shift-closed.ts';
import { shiftOpened } from './shift-opened.ts';
import { staffSignedIn } from './staff-signed-in.ts';
import { stockAdjusted } from './stock-adjusted.ts';
import { stockReceived } from './stock-received.ts';

/** Every type and version this build can apply. */
export const operationDefinitions = [
  saleCompleted,
  returnCompleted,
  pickupPrepared,
  pickupHandedOver,
  shiftOpened,
  shiftClosed,
  staffSignedIn,
  stockAdjusted,
  stockReceived,
  paymentRequested,
  paymentResolved,
  lineVoided,
  basketVoided,
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
