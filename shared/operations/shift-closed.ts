import { ShiftClosing } from '../domain/shift/schema.ts';
import { defineOperation } from './define-operation.ts';

export const shiftClosed = defineOperation('shift.closed', 1, ShiftClosing);
