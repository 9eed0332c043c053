import type { FiscalDocument } from '#shared/domain/fiscal/document.ts';
import type { FiscalProof } from '#shared/domain/fiscal/schema.ts';
import { oneAtATime } from '#shared/kernel/one-at-a-time.ts';
import type { FiscalDriver, FiscalOutcome } from './fiscal-driver.ts';

/** Everything that a fiscal device can do with what it is asked to register. */
export const FISCAL_BEHAVIOURS = [
  'registers',
  /** It has lost the authority: numbers come from its own range, and are sent on later. */
  'offline',
  'refuses',
  'missing',
  'numbers_used_up',
  /** It registers, and its answer is lost on the way. */
  'reply_lost',
  /** It never hears of it. */
  'request_lost',
] as const;
export type FiscalBehaviour = (typeof FISCAL_BEHAVIOURS)[number];

type Entry = FiscalProof & { readonly documentId: string };

/** What the device wrote down, kept where no crash of the till reaches. */
export type FiscalMemory = {
  readonly behaviour: FiscalBehaviour;
  readonly entries: readonly Entry[];
};

export const NEW_DEVICE: FiscalMemory = { behaviour: 'registers', entries: [] };

type FiscalStorage = {
  readonly read: () => Promise<FiscalMemory>;
  readonly write: (memory: FiscalMemory) => Promise<void>;
};

export type SimulatedFiscal = FiscalDriver & {
  readonly behaviour: () => Promise<FiscalBehaviour>;
  /** From now on it does this. */
  readonly behave: (behaviour: FiscalBehaviour) => Promise<void>;
};

const told = ({ documentId: _, ...proof }: Entry): FiscalOutcome => ({
  type: 'registered',
  ...proof,
});

/** So that a number is seen to be of this document: FNV-1a, which signs nothing. */
const signOf = (text: string): string => {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return sum.toString(16).toUpperCase().padStart(8, '0');
};

const REACHES: readonly FiscalBehaviour[] = ['registers', 'reply_lost', 'refuses', 'request_lost'];

/** A device that registers nothing with anybody and does on demand whatever a real one can do. */
export const createSimulatedFiscal = (storage: FiscalStorage): SimulatedFiscal => {
  /** As a device takes requests. */
  const exclusive = oneAtATime();
  const inTurn = <Value>(work: (memory: FiscalMemory) => Promise<Value>): Promise<Value> =>
    exclusive(async () => work(await storage.read()));

  const enter = async (memory: FiscalMemory, document: FiscalDocument): Promise<Entry> => {
    const mode = memory.behaviour === 'offline' ? 'offline' : 'online';
    const place = memory.entries.filter((entry) => entry.mode === mode).length + 1;
    const number = `${mode === 'offline' ? 'OFF' : 'SIM'}-${String(place).padStart(6, '0')}`;
    const sign = signOf(document.documentId);
    const { documentId, kind, total } = document;
    const code = `https://fiscal.test/check?n=${number}&s=${sign}&k=${kind}&t=${total}`;
    const entry: Entry = { documentId, number, sign, code, mode };
    await storage.write({ ...memory, entries: [...memory.entries, entry] });
    return entry;
  };

  return {
    register: (document) =>
      inTurn(async (memory): Promise<FiscalOutcome> => {
        const known = memory.entries.find(({ documentId }) => documentId === document.documentId);
        switch (memory.behaviour) {
          case 'missing':
            return { type: 'unavailable', reason: 'device_missing' };
          case 'request_lost':
            return { type: 'unknown' };
          case 'reply_lost':
            if (!known) await enter(memory, document);
            return { type: 'unknown' };
          case 'numbers_used_up':
            return known ? told(known) : { type: 'unavailable', reason: 'numbers_used_up' };
          case 'refuses':
            return known ? told(known) : { type: 'refused', detail: 'SIM 13' };
          case 'registers':
          case 'offline':
            return told(known ?? (await enter(memory, document)));
        }
      }),
    ask: (id) =>
      inTurn(async ({ behaviour, entries }) => {
        if (behaviour === 'missing') return { type: 'unavailable', reason: 'device_missing' };
        const known = entries.find(({ documentId }) => documentId === id);
        return known ? told(known) : { type: 'unheard' };
      }),
    send: (documentIds) =>
      inTurn(async ({ behaviour, entries }) => {
        if (!REACHES.includes(behaviour)) return [];
        const held = new Set(entries.map(({ documentId }) => documentId));
        return documentIds.filter((id) => held.has(id));
      }),
    readTaxNumber: (typed) => {
      const digits = typed.replaceAll(/[\s-]/g, '');
      return /^\d{8,14}$/.test(digits) ? digits : null;
    },
    behaviour: () => inTurn(async ({ behaviour }) => behaviour),
    behave: (behaviour) => inTurn((memory) => storage.write({ ...memory, behaviour })),
  };
};
