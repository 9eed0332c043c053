import { SavedCustomer } from '../domain/customer/schema.ts';
import { defineOperation } from './define-operation.ts';

/** A customer was written down at the counter, or more of one who was. */
export const customerSaved = defineOperation('customer.saved', 1, SavedCustomer);
