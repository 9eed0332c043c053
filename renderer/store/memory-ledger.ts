import { encodeOperation } from '#shared/operations/seal.ts';
import type { RestorableLedger, SealedText } from './ledger.ts';

/** A ledger that lasts as long as its memory: for the simulation and for training. */
export const createMemoryLedger = (): RestorableLedger => {
  /** In sequence. */
  const journals = new Map<string, SealedText[]>();
  const locals = new Map<string, string>();
  const journalOf = (journalId: string): SealedText[] => journals.get(journalId) ?? [];
  const add = (row: SealedText): void => {
    const journal = journalOf(row.journalId);
    const after = journal.findLastIndex(({ seq }) => seq <= row.seq);
    if (journal[after]?.seq === row.seq) throw new Error(`sequence ${row.seq} is taken`);
    journal.splice(after + 1, 0, row);
    journals.set(row.journalId, journal);
  };
  return {
    append: async (operation) => {
      const { journalId, seq, hash } = operation;
      add({ journalId, seq, hash, text: encodeOperation(operation) });
    },
    restore: async (rows) => {
      for (const row of rows) add(row);
    },
    gap: async (journalId) => {
      const before = journalOf(journalId).findIndex(({ seq }, index) => seq !== index + 1);
      return before === -1 ? null : before + 1;
    },
    head: async (journalId) => journalOf(journalId).at(-1) ?? null,
    read: async (journalId, after, limit) => {
      const journal = journalOf(journalId);
      // Of a journal without gaps that is where they stand.
      const from =
        journal[after - 1]?.seq === after ? after : journal.findIndex(({ seq }) => seq > after);
      return from === -1 ? [] : journal.slice(from, from + limit);
    },
    readLocal: async <Value>(key: string) => {
      const text = locals.get(key);
      return text === undefined ? null : (JSON.parse(text) as Value);
    },
    writeLocal: async (key, value) => {
      locals.set(key, JSON.stringify(value));
    },
  };
};
