import type { Operation } from '#shared/operations/operation.ts';
import type { StateCopy } from './state-disk.ts';
import { PUSH_LIMIT } from '#shared/protocol/push.ts';
import type { Ledger } from '#renderer/store/ledger.ts';
import { createMemoryLedger } from '#renderer/store/memory-ledger.ts';

type Write =
  | { readonly type: 'append'; readonly operation: Operation }
  | { readonly type: 'local'; readonly key: string; readonly value: unknown };

/** A till's strict disk: what it wrote outlives every crash, and an old copy of it can be put back. */
export type LedgerDisk = {
  /** The disk as one running till has it; `gate` stands around every access. */
  readonly open: (gate: () => Promise<void>) => Ledger;
  readonly writes: () => number;
  /** Puts back the copy that was taken after so many writes; what else the disk had then. */
  readonly putBack: (writes: number) => Promise<StateCopy>;
  /** Every operation on it, in the order in which they were written. */
  readonly operations: () => readonly Operation[];
  /** Those of them whose write was confirmed to the machine that runs now, or that it found when it started. */
  readonly confirmed: () => readonly Operation[];
};

const write = (ledger: Ledger, entry: Write): Promise<void> =>
  entry.type === 'append'
    ? ledger.append(entry.operation)
    : ledger.writeLocal(entry.key, entry.value);

export const createLedgerDisk = (
  onAppend: (operation: Operation) => void,
  batchLimit: number,
  copyOfState: () => StateCopy,
): LedgerDisk => {
  let log: Write[] = [];
  /** What the state was at each write. */
  const copies = new Map<Write, StateCopy>();
  let inner = createMemoryLedger();
  let unconfirmed = new Set<Write>();

  const operationsIn = (writes: readonly Write[]): Operation[] =>
    writes.flatMap((entry) => (entry.type === 'append' ? [entry.operation] : []));

  return {
    open: (gate) => {
      unconfirmed = new Set();
      const reading = async <Value>(read: () => Promise<Value>): Promise<Value> => {
        await gate();
        const value = await read();
        await gate();
        return value;
      };
      const writing = async (entry: Write): Promise<void> => {
        await gate();
        await write(inner, entry);
        log.push(entry);
        copies.set(entry, copyOfState());
        unconfirmed.add(entry);
        if (entry.type === 'append') onAppend(entry.operation);
        await gate();
        unconfirmed.delete(entry);
      };
      return {
        append: (operation) => writing({ type: 'append', operation }),
        writeLocal: (key, value) => writing({ type: 'local', key, value }),
        head: (journalId) => reading(() => inner.head(journalId)),
        read: (journalId, after, limit) => {
          const most = limit === PUSH_LIMIT.operations ? Math.min(limit, batchLimit) : limit;
          return reading(() => inner.read(journalId, after, most));
        },
        readLocal: (key) => reading(() => inner.readLocal(key)),
      };
    },
    writes: () => log.length,
    putBack: async (writes) => {
      log = log.slice(0, writes);
      inner = createMemoryLedger();
      for (const entry of log) await write(inner, entry);
      const last = log.at(-1);
      return (last && copies.get(last)) ?? new Map();
    },
    operations: () => operationsIn(log),
    confirmed: () => operationsIn(log.filter((entry) => !unconfirmed.has(entry))),
  };
};
