import type { ChannelAct } from '#shared/domain/order/channel-act.ts';
import type { Store } from '#server/store/store.ts';
import { Violation } from './witness.ts';

/** An act of a channel that the server committed, and the time under which it did. */
export type ChannelFact = {
  readonly orderId: string;
  readonly actId: string;
  readonly act: ChannelAct;
  readonly at: string;
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

  return {
    facts: () => log,
    watching: (store, fact) => ({
      ...store,
      transaction: async (work) => {
        let hasWritten = false;
        const value = await store.transaction((tx) =>
          work({
            ...tx,
            putDocuments: (collection, rows) => {
              hasWritten = true;
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
