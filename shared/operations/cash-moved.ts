import { CashMove } from '../domain/shift/cash-move.ts';
import { defineOperation } from './define-operation.ts';

export const cashMoved = defineOperation('cash.moved', 1, CashMove);
