import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
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

const store = createStore<{ readonly papers: readonly Unprinted[] }>(() => ({ papers: [] }));

const without = (title: string): readonly Unprinted[] =>
  store.getState().papers.filter(({ paper }) => paper.title !== title);

/** The cashier hears of it and decides: nothing prints it by itself. */
export const tellUnprinted = (last: Unprinted): void =>
  store.setState({ papers: [...without(last.paper.title), last] });

/** That paper was printed another time, or somebody has decided. */
export const forgetUnprinted = (title: string): void => store.setState({ papers: without(title) });

export const forgetAllUnprinted = (): void => store.setState({ papers: [] });

/** The last paper that nobody has decided about; null = none. */
export const useUnprinted = (): Unprinted | null =>
  useStore(store, ({ papers }) => papers.at(-1) ?? null);
