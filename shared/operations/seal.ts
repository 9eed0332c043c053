import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Crypto } from '../kernel/crypto.ts';
import { operationId } from '../kernel/ids.ts';
import type { Envelope } from './envelope.ts';
import { type Operation, type OperationContent, versionOf } from './operation.ts';

/** Who, where and when: what the journal knows when it seals an operation. */
export type OperationContext = Pick<
  Envelope,
  'journalId' | 'tillId' | 'storeId' | 'at' | 'clockOffset' | 'staffId' | 'shiftId' | 'approvedBy'
>;

export type JournalHead = { readonly seq: number; readonly hash: string };

/** What the hash of an operation is taken over: the canonical JSON of all its other members. */
export const unsealedText = (operation: Envelope): string =>
  canonicalJson({ ...operation, hash: undefined });

/**
 * The canonical text of the whole operation: `hash` in its place before `id`. Of the members before that none can
 * hold a quotation mark, so that the first `"id":` is the right one.
 */
export const sealedText = (unsealed: string, hash: string): string =>
  unsealed.replace('"id":', `"hash":"${hash}","id":`);

/** The hash of an operation: SHA-256 of its unsealed text. */
export const hashOf = (operation: Envelope, { sha256 }: Pick<Crypto, 'sha256'>): Promise<string> =>
  sha256(unsealedText(operation));

/** Makes the journal's next operation out of what a command decided. */
export const sealOperation = async (
  content: OperationContent,
  context: OperationContext,
  head: JournalHead,
  crypto: Pick<Crypto, 'sha256'>,
): Promise<Operation> => {
  const seq = head.seq + 1;
  const unsealed = {
    id: operationId(context.journalId, seq),
    seq,
    ...context,
    ...content,
    version: versionOf(content.type),
    previousHash: head.hash,
  };
  return { ...unsealed, hash: await crypto.sha256(canonicalJson(unsealed)) };
};

/** What goes over the wire and is kept for ever: the operation's canonical text. */
export const encodeOperation = (operation: Envelope): string => canonicalJson(operation);
