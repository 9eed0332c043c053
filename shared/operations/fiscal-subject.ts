import { FiscalDocumentId, FiscalDriverName, FiscalKind } from '../domain/fiscal/schema.ts';
import { IdSchema, OperationIdSchema } from '../kernel/ids.ts';
import { AmountSchema, CurrencySchema } from '../kernel/money.ts';
import { Nullable } from '../kernel/schema.ts';

/** Which document a fact is about, with what a person must know of it where its operation is not at hand. */
export const FiscalSubject = {
  documentId: FiscalDocumentId,
  operationId: OperationIdSchema,
  kind: FiscalKind,
  orderId: Nullable(IdSchema),
  currency: CurrencySchema,
  /** What was paid, given back or moved. */
  total: AmountSchema,
  driver: FiscalDriverName,
} as const;
