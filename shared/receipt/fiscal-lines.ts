import type { FiscalProof } from '../domain/fiscal/schema.ts';
import { GAP, type PaperLine, row } from './paper-line.ts';
import type { PaperWords } from './paper-words.ts';

/** What a document was registered as; nothing where it was not. */
export const fiscalLines = (proof: FiscalProof | null, { say }: PaperWords): PaperLine[] => {
  if (proof === null) return [];
  const { number, sign, code, mode } = proof;
  return [
    GAP,
    row(say.fiscal.number, number, { isStrong: true }),
    ...(sign === '' ? [] : [row(say.fiscal.sign, sign)]),
    ...(mode === 'offline' ? [row(say.fiscal.offline)] : []),
    ...(code === null ? [] : [{ type: 'qr', text: code, label: say.fiscal.code } as const]),
  ];
};
