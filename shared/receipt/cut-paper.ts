import { LONGEST_DOCUMENT } from '../devices/printing.ts';
import { paperDocument } from './paper-document.ts';
import type { PaperLine } from './paper-line.ts';

/** One of the papers that a long one is cut into: its document, and the lines of it and of those after it. */
export type PaperPart = {
  readonly document: string;
  readonly from: readonly PaperLine[];
};

/**
 * What a printer takes at once: the paper, or where it is too long several, one after the other. Each has as many lines as go
 * into it, so that what is cut once more from one of them on is cut in the same places.
 */
export const cutPaper = (lines: readonly PaperLine[]): PaperPart[] => {
  const parts: PaperPart[] = [];
  let start = 0;
  let letters = 0;
  for (const [place, line] of lines.entries()) {
    const more = paperDocument([line]).length + 1;
    if (letters + more > LONGEST_DOCUMENT && place > start) {
      const from = lines.slice(start);
      parts.push({ document: paperDocument(lines.slice(start, place)), from });
      start = place;
      letters = 0;
    }
    letters += more;
  }
  const from = lines.slice(start);
  return [...parts, { document: paperDocument(from), from }];
};
