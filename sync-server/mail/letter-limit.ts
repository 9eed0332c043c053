/** Letters of one receipt on one day: a slip of the keyboard, a second address, and no use to who writes to strangers. */
const LETTERS_A_DAY = 5;

/** How often a receipt went out today; it knows receipts, and no addresses. */
export type LetterLimit = {
  /** Whether one more letter may go, which is counted. */
  readonly take: (orderId: string) => boolean;
  /** A letter that was counted did not go. */
  readonly giveBack: (orderId: string) => void;
};

/** Counts by days of UTC, for as long as the server runs; `now`: ISO 8601 UTC. */
export const createLetterLimit = (now: () => string): LetterLimit => {
  let today = '';
  let sent = new Map<string, number>();
  return {
    take: (orderId) => {
      const day = now().slice(0, 10);
      if (day !== today) {
        today = day;
        sent = new Map();
      }
      const count = sent.get(orderId) ?? 0;
      if (count >= LETTERS_A_DAY) return false;
      sent.set(orderId, count + 1);
      return true;
    },
    giveBack: (orderId) => {
      const count = sent.get(orderId) ?? 0;
      if (count > 0) sent.set(orderId, count - 1);
    },
  };
};
