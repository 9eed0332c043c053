import { ShiftOpening } from '../domain/shift/schema.ts';
import { defineOperation } from './define-operation.ts';

export const shiftOpened = defineOperation('shift.opened', 1, ShiftOpening);
