import { type Label, labelLines } from '#shared/receipt/label-lines.ts';
import { usePrinter } from './use-printer.ts';

/** Prints labels at the label printer; where there is none the browser prints those on the screen. */
export const useLabelPrinting = (): ((labels: readonly Label[]) => Promise<void>) => {
  const { printOrBrowser } = usePrinter('labels');
  return async (labels) => {
    const [first] = labels;
    if (first) await printOrBrowser({ title: first.title, lines: labelLines(labels) });
  };
};
