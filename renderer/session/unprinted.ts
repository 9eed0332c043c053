import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PaperUse } from '#shared/devices/printing.ts';
import type { PaperLine } from '#shared/receipt/paper-line.ts';

/** A paper that did not get into the spool, or perhaps not; the same id at a further try. */
export type Unprinted = {
  readonly paper: {
    readonly id: string;
    readonly title: string;
    readonly lines: readonly PaperLine[];
  };
  readonly use: PaperUse;
  readonly outcome: 'failed' | 'unknown';
};

export type UnprintedState = {
  /** Those that nobody has decided about, the last one last. */
  readonly papers: readonly Unprinted[];
  /** Ids of those that came out all the same, or perhaps did: what is printed after them is a copy. */
  readonly out: readonly string[];
  /** The cashier hears of it and decides: nothing prints it by itself. */
  readonly tell: (last: Unprinted) => void;
  /** A further try was taken, or the browser printed it. */
  readonly cameOut: (id: string) => void;
  /** Somebody has decided that it is not printed. */
  readonly forget: (id: string) => void;
};

export type UnprintedStore = StoreApi<UnprintedState>;

export const isUnprinted = ({ papers }: UnprintedState, id: string): boolean =>
  papers.some(({ paper }) => paper.id === id);

/** Of one till: training has its own, whose shell takes every paper and prints none. */
export const createUnprintedStore = (): UnprintedStore =>
  createStore<UnprintedState>((set, get) => {
    const without = (id: string): readonly Unprinted[] =>
      get().papers.filter(({ paper }) => paper.id !== id);
    const withOut = (id: string): readonly string[] => [...new Set([...get().out, id])];
    return {
      papers: [],
      out: [],
      tell: (last) => {
        const { id } = last.paper;
        const out = last.outcome === 'unknown' ? withOut(id) : get().out;
        set({ papers: [...without(id), last], out });
      },
      cameOut: (id) => {
        if (isUnprinted(get(), id)) set({ papers: without(id), out: withOut(id) });
      },
      forget: (id) => set({ papers: without(id) }),
    };
  });
