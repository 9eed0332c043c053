import { Type } from 'typebox';
import { FiscalDocumentId, FiscalDriverName } from '../domain/fiscal/schema.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Documents that a device had registered alone have reached the authority. */
export const fiscalSent = defineOperation(
  'fiscal.sent',
  1,
  Exact({
    driver: FiscalDriverName,
    documentIds: Type.Array(FiscalDocumentId, { minItems: 1, maxItems: 500 }),
  }),
);
