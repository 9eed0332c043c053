import { middle, type PaperLine } from './paper-line.ts';

/** A label for a shelf or a parcel. */
export type Label = {
  readonly title: string;
  /** A price, or where goods go. */
  readonly figure: string;
  readonly note: string;
  /** What is scanned. */
  readonly code: string;
};

/** Labels one after the other, each a paper of its own. */
export const labelLines = (labels: readonly Label[]): PaperLine[] =>
  labels.flatMap(({ title, figure, note, code }, index) => [
    ...(index === 0 ? [] : [{ type: 'cut' } as const]),
    middle(title, 'strong'),
    middle(figure, 'large'),
    middle(note),
    { type: 'barcode', text: code },
  ]);
