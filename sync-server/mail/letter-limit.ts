import { sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** Letters of one receipt on one day: a slip of the keyboard, a second address, and no use to who writes to strangers. */
const LETTERS_A_DAY = 5;

/** How often a receipt went out today; it knows receipts, and no addresses. */
export type LetterLimit = {
  /** Whether one more letter may go, which is counted. */
  readonly take: (orderId: string) => Promise<boolean>;
  /** A letter that was counted did not go. */
  readonly giveBack: (orderId: string) => Promise<void>;
};

/** Counts by days of UTC, whichever server process is asked and however often one starts; `now`: ISO 8601 UTC. */
export const createLetterLimit = (db: Tables, now: () => string): LetterLimit => {
  const today = (): string => now().slice(0, 10);
  return {
    take: async (orderId) => {
      const day = today();
      // What was counted on other days limits nothing any more.
      await db.deleteFrom('letters').where('day', '<', day).execute();
      const { rows } = await sql`
        insert into letters (order_id, day, sent) values (${orderId}, ${day}, 1)
        on conflict (order_id, day) do update set sent = letters.sent + 1
          where letters.sent < ${LETTERS_A_DAY}
        returning sent`.execute(db);
      return rows.length > 0;
    },
    giveBack: async (orderId) => {
      await sql`
        update letters set sent = sent - 1
        where order_id = ${orderId} and day = ${today()} and sent > 0`.execute(db);
    },
  };
};
