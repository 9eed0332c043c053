import { FiscalProof } from '../domain/fiscal/schema.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';
import { FiscalSubject } from './fiscal-subject.ts';

/** A document has its number (rule J8). */
export const fiscalRegistered = defineOperation(
  'fiscal.registered',
  1,
  Exact({ ...FiscalSubject, ...FiscalProof.properties }),
);
