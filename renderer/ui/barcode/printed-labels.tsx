import type { Label } from '#shared/receipt/label-lines.ts';
import { PrintedCopy } from '../receipt/printed-copy.tsx';
import { ShelfLabel } from './shelf-label.tsx';

type PrintedLabelsProps = { readonly labels: readonly Label[] };

/** Labels that come out of the printer, each on a page of its own; on the screen there are none. */
export const PrintedLabels = ({ labels }: PrintedLabelsProps) => (
  <PrintedCopy>
    {labels.map((label) => (
      <ShelfLabel key={label.code} {...label} />
    ))}
  </PrintedCopy>
);
