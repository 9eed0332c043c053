import { Type } from 'typebox';
import { FiscalFailure } from '../domain/fiscal/schema.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';
import { FiscalSubject } from './fiscal-subject.ts';

/** A document's paper went out without a number; unless it was refused, it is tried again (rule J8). */
export const fiscalFailed = defineOperation(
  'fiscal.failed',
  1,
  Exact({
    ...FiscalSubject,
    reason: FiscalFailure,
    /** In the words of who refused. */
    detail: Type.String({ maxLength: 200 }),
  }),
);
