import { encodeOperation } from '#shared/operations/seal.ts';
import type { RestorableLedger, SealedText } from './ledger.ts';

/** A ledger that lasts as long as its memory: for the simulation and for training. */
export const createMemoryLedger = (): RestorableLedger => {
  const journals = new Map<string, SealedText[]>();
  const locals = new Map<string, string>();
  const journalOf = (journalId: string): SealedText[] => journals.get(journalId) ?? [];
  const add = (row: SealedText): void => {
    const journal = journalOf(row.journalId);
    if (journal.length !== row.seq - 1) throw new Error(`sequence ${row.seq} is taken or not next`);
    journal.push(row);
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
    head: async (journalId) => journalOf(journalId).at(-1) ?? null,
    read: async (journalId, after, limit) => journalOf(journalId).slice(after, after + limit),
    readLocal: async <Value>(key: string) => {
      const text = locals.get(key);
      return text === undefined ? null : (JSON.parse(text) as Value);
    },
    writeLocal: async (key, value) => {
      locals.set(key, JSON.stringify(value));
    },
  };
};
