import { Type, type Static } from 'typebox';
import { Exact } from '#shared/kernel/schema.ts';

export const NoteSchema = Type.String({ minLength: 1, maxLength: 200 });

const Code = Type.String({ minLength: 1, maxLength: 64 });

/** What is known of a line beyond what it costs. */
export const Particulars = Exact({
  /** What the cashier wrote down; on the receipt too. */
  note: Type.Optional(NoteSchema),
  /** The number of this very piece. */
  serial: Type.Optional(Code),
  batch: Type.Optional(Code),
  /** Last day on which it is sold, as its code says, `2026-01-31`. */
  expires: Type.Optional(Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })),
  /** Somebody saw that whoever buys has lived so many years; when they were born is not kept. */
  ageChecked: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
});
export type Particulars = Static<typeof Particulars>;
