import { generateKeyPairSync, sign } from 'node:crypto';
import type { IngestEnvironment } from '#server/ingest/environment.ts';
import { ingestBatch } from '#server/ingest/ingest-batch.ts';
import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { encodeOperation, type JournalHead, sealOperation } from '#shared/operations/seal.ts';
import { PUSH_LIMIT, signedText } from '#shared/protocol/push.ts';
import type { Act } from './demo-till.ts';

/** The key of a till that nobody will ever be again: it signs the past and is forgotten. */
export type PastKey = {
  /** Ed25519, raw, base64url. */
  readonly publicKey: string;
  /** base64url */
  readonly sign: (text: string) => string;
};

export const createPastKey = (): PastKey => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  };
};

export type PastJournal = {
  readonly journalId: string;
  readonly tillId: string;
  readonly storeId: string;
};

const seal = async (
  { crypto }: IngestEnvironment,
  journal: PastJournal,
  acts: readonly Act[],
): Promise<Operation[]> => {
  const operations: Operation[] = [];
  let head: JournalHead = { seq: 0, hash: GENESIS_HASH };
  for (const { content, ...act } of acts) {
    const context = { ...journal, ...act, clockOffset: 0 };
    const operation = await sealOperation(content, context, head, crypto);
    operations.push(operation);
    head = operation;
  }
  return operations;
};

/** What a till did, sealed, and who it was. */
export type Past = {
  readonly journal: PastJournal;
  readonly operations: readonly Operation[];
  readonly key: PastKey;
};

export const sealPast = async (
  environment: IngestEnvironment,
  journal: PastJournal,
  acts: readonly Act[],
  key: PastKey,
): Promise<Past> => ({ journal, key, operations: await seal(environment, journal, acts) });

/** Sends operations of a till's past, from one place up to another, through the same door as every till's. */
export const pushPast = async (
  environment: IngestEnvironment,
  { journal, operations, key }: Past,
  from = 0,
  to = operations.length,
): Promise<void> => {
  const { journalId, tillId, storeId } = journal;
  const { publicKey } = key;
  for (let start = from; start < to; start += PUSH_LIMIT.operations) {
    const batch = operations.slice(start, Math.min(to, start + PUSH_LIMIT.operations));
    const last = batch.at(-1);
    if (!last) break;
    const pushed = await ingestBatch(
      { ...environment, now: () => last.at },
      { tillId, storeId, publicKey, revoked: false },
      {
        journalId,
        epoch: await environment.store.epoch(),
        acknowledged: start,
        firstSeq: start + 1,
        operations: batch.map(encodeOperation),
        signature: key.sign(signedText(journalId, last.hash)),
      },
    );
    if (!pushed.ok) throw new Error(`a demo till was refused: ${pushed.problem.type}`);
  }
};
