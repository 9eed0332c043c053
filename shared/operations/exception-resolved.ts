import { Type } from 'typebox';
import { ResolutionAction } from '../domain/exception/schema.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Somebody settled an exception at a till; the first to do so has (rule S6). */
export const exceptionResolved = defineOperation(
  'exception.resolved',
  1,
  Exact({
    exceptionId: Type.String({ minLength: 1, maxLength: 300 }),
    action: ResolutionAction,
    note: Type.String({ maxLength: 400 }),
  }),
);
