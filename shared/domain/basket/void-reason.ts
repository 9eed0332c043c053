import { Type, type Static } from 'typebox';

/** Why somebody gives goods up that were in a basket already. */
export const AskedVoidReason = Type.Enum([
  'mistake',
  'changed_mind',
  'price',
  'cannot_pay',
  'unfit',
  'not_back',
  'other',
]);
export type AskedVoidReason = Static<typeof AskedVoidReason>;

/** Where the act itself says why, nobody is asked: less of a line, the last change undone, kept for a web order. */
export const VoidReason = Type.Enum([...AskedVoidReason.enum, 'quantity', 'undone', 'reserved']);
export type VoidReason = Static<typeof VoidReason>;
