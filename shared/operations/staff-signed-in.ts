import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Who stands at the till; the envelope names the person. */
export const staffSignedIn = defineOperation('staff.signedIn', 1, Exact({}));
