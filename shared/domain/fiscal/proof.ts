import { shortReference } from '../payment/reference.ts';
import type { FiscalProof } from './schema.ts';

const LONGEST = { number: 64, sign: 200, code: 400 } as const;

/**
 * What a driver says of a document, as an operation can hold it: of a longer number or sign both ends. A square code that is cut
 * would say something else, so that there is none instead. A document that is registered is on record as such whatever it is named.
 */
export const proofOf = ({ number, sign, code, mode }: FiscalProof): FiscalProof => ({
  number: number === '' ? '-' : shortReference(number, LONGEST.number),
  sign: shortReference(sign, LONGEST.sign),
  code: code === null || code === '' || code.length > LONGEST.code ? null : code,
  mode,
});
