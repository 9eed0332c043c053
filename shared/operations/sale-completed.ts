import { Sale } from '../domain/sale/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Goods and money changed hands at the counter. */
export const saleCompleted = defineOperation('sale.completed', 1, Sale);
