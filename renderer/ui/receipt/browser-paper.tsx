import { useEffect, useSyncExternalStore } from 'react';
import type { PaperLine } from '#shared/receipt/paper-line.ts';
import { Paper } from './paper.tsx';
import { PaperLines } from './paper-lines.tsx';
import { PrintedCopy } from './printed-copy.tsx';

type Wanted = { readonly title: string; readonly lines: readonly PaperLine[] };

let wanted: Wanted | null = null;
const listeners = new Set<() => void>();

const want = (paper: Wanted | null): void => {
  wanted = paper;
  for (const listener of listeners) listener();
};

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Prints a paper by the browser, line by line what a printer would have got; `BrowserPaper` must be on the page. */
export const printInBrowser = (paper: Wanted): void => want(paper);

/** What the browser prints, while it prints it. */
export const BrowserPaper = () => {
  const paper = useSyncExternalStore(listen, () => wanted);
  useEffect(() => {
    if (paper === null) return;
    window.print();
    want(null);
  }, [paper]);
  return paper === null ? null : (
    <PrintedCopy isAlone>
      <Paper label={paper.title}>
        <PaperLines lines={paper.lines} />
      </Paper>
    </PrintedCopy>
  );
};
