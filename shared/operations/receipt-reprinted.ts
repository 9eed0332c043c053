import { Reprint } from '../domain/order/reprint.ts';
import { defineOperation } from './define-operation.ts';

/** A copy of a receipt was printed (rule R7: what invites fraud leaves a trace). */
export const receiptReprinted = defineOperation('receipt.reprinted', 1, Reprint);
