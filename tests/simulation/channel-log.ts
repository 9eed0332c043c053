import { type ChannelAct, isTooLate } from '#shared/domain/order/channel-act.ts';
import type { Store, StoreTransaction } from '#server/store/store.ts';
import { Violation } from './witness.ts';

/** An act of a channel that the server committed, and the time under which it did. */
export type ChannelFact = {
  readonly orderId: string;
  readonly actId: string;
  readonly act: ChannelAct;
  readonly at: string;
  /** The channel asked, and might have been refused. */
  readonly isAsked: boolean;
};

/** What the server holds of channels, seen at its store: an answer may be lost, a commit is none. */
export type ChannelLog = {
  readonly facts: () => readonly ChannelFact[];
  /** The store, telling of each act that wrote something as soon as it is committed. */
  readonly watching: (store: Store, fact: () => ChannelFact) => Store;
  /** A server that was restored has forgotten what came later. */
  readonly goBackTo: (facts: readonly ChannelFact[]) => void;
};

export const createChannelLog = (reportBug: (error: unknown) => void): ChannelLog => {
  let log: readonly ChannelFact[] = [];

  const note = (fact: ChannelFact): void => {
    const { actId, act } = fact;
    if (log.some((known) => known.actId === actId))
      reportBug(new Violation('S5', `${act.type} ${actId} changed its order twice`));
    log = [...log, fact];
  };

  const judgeInTime = async (tx: StoreTransaction, fact: ChannelFact): Promise<void> => {
    const { orderId, actId, act, isAsked } = fact;
    const before = isAsked ? await tx.document('orders', orderId) : null;
    if (before && isTooLate(before, act))
      reportBug(new Violation('S5', `${act.type} ${actId} was asked too late and done`));
  };

  return {
    facts: () => log,
    watching: (store, fact) => ({
      ...store,
      transaction: async (work) => {
        let hasWritten = false;
        const value = await store.transaction((tx) =>
          work({
            ...tx,
            putDocuments: async (collection, rows) => {
              hasWritten = true;
              if (collection === 'orders') await judgeInTime(tx, fact());
              return tx.putDocuments(collection, rows);
            },
          }),
        );
        if (hasWritten) note(fact());
        return value;
      },
    }),
    goBackTo: (facts) => {
      log = facts;
    },
  };
};
