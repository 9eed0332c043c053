import { Return } from '../domain/return/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Goods came back and money was given back. */
export const returnCompleted = defineOperation('return.completed', 1, Return);
