import { Type, type Static } from 'typebox';
import { IdSchema } from '#shared/kernel/ids.ts';
import { Exact } from '#shared/kernel/schema.ts';

/** Customers whom head office gives prices and promotions of their own. */
export const CustomerGroup = Exact({
  id: IdSchema,
  name: Type.String({ minLength: 1, maxLength: 100, pattern: String.raw`\S` }),
});
export type CustomerGroup = Static<typeof CustomerGroup>;
