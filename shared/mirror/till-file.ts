import { Type, type Static } from 'typebox';
import { JournalIdSchema } from '../kernel/ids.ts';
import { Exact } from '../kernel/schema.ts';
import { KeptTill } from './journal-mirror.ts';

/**
 * A whole till on its way to another computer: who it is, and every operation it wrote. What stands behind a hole of a journal,
 * which nobody could fill, is a run of its own behind that before it, under the same name.
 */
export const TillContents = Exact({
  till: KeptTill,
  journals: Type.Array(Exact({ journalId: JournalIdSchema, texts: Type.Array(Type.String()) })),
});
export type TillContents = Static<typeof TillContents>;
