import { encodeOperation } from '#shared/operations/seal.ts';
import type { Ledger, SealedText } from './ledger.ts';

/** A ledger that lasts as long as its memory: for the simulation and for training. */
export const createMemoryLedger = (): Ledger => {
  const journals = new Map<string, SealedText[]>();
  const locals = new Map<string, string>();
  const journalOf = (journalId: string): SealedText[] => journals.get(journalId) ?? [];
  return {
    append: async (operation) => {
      const { journalId, seq, hash } = operation;
      const journal = journalOf(journalId);
      if (journal.length !== seq - 1) throw new Error(`sequence ${seq} is taken or not next`);
      const text = encodeOperation(operation);
      journal.push({ journalId, seq, hash, text });
      journals.set(journalId, journal);
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
