import { Type, type Static } from 'typebox';
import { IdSchema } from '#shared/kernel/ids.ts';
import { Exact } from '#shared/kernel/schema.ts';

export const Customer = Exact({
  id: IdSchema,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  phone: Type.String({ maxLength: 40 }),
});
export type Customer = Static<typeof Customer>;
