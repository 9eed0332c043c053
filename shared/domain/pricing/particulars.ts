import { Type, type Static } from 'typebox';
import { Exact } from '#shared/kernel/schema.ts';

export const NoteSchema = Type.String({ minLength: 1, maxLength: 200 });

/** What is known of a line beyond what it costs. */
export const Particulars = Exact({
  /** What the cashier wrote down; on the receipt too. */
  note: Type.Optional(NoteSchema),
});
export type Particulars = Static<typeof Particulars>;
