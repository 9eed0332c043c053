import type { BlindReturnFact } from '#shared/domain/return/blind-record.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import type { Tables } from '../tables.ts';
import { readDocuments } from './read-documents.ts';

/** A customer's returns without a receipt anywhere in the chain, the earliest first. */
export const readBlindReturns = async (
  db: Tables,
  customerHash: string,
): Promise<BlindReturnFact[]> => {
  const id = referenceId('blindReturns', customerHash);
  const held = (await readDocuments(db, 'references', [id])).get(id);
  return held?.type === 'blindReturns' ? held.value.returns : [];
};
