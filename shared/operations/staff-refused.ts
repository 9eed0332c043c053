import { Type } from 'typebox';
import { IdSchema } from '../kernel/ids.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/**
 * Somebody tried in vain, again and again, to pass for a person: a PIN was locked, or badges were nobody's (rule T4).
 * What was tried is never in it.
 */
export const staffRefused = defineOperation(
  'staff.refused',
  1,
  Exact({
    kind: Type.Enum(['pin', 'badge']),
    /** Whose PIN; null = badges are nobody's. */
    whose: Nullable(IdSchema),
    /** null = nobody was signed in; the envelope names the till itself then, so that nobody is accused. */
    signedIn: Nullable(IdSchema),
  }),
);
