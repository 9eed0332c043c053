import { referenceId } from '#shared/protocol/documents.ts';

/** Of the chain; no store has this id, as theirs are capital letters and digits. */
const CHAIN = 'chain';

/** Id of the reference that tells what tills may do in the chain (`storeId: null`) or in one store. */
export const policyId = (storeId: string | null): string => referenceId('policy', storeId ?? CHAIN);
