import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { IngestEnvironment } from '#server/ingest/environment.ts';
import { ingestBatch } from '#server/ingest/ingest-batch.ts';
import { nodeCrypto } from '#server/node-crypto.ts';
import type { Store } from '#server/store/store.ts';
import { journalId as journalIdOf } from '#shared/kernel/ids.ts';
import { type Envelope, GENESIS_HASH } from '#shared/operations/envelope.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';
import { encodeOperation, hashOf, sealOperation } from '#shared/operations/seal.ts';
import { type PushRequest, signedText } from '#shared/protocol/push.ts';

export const NOW = '2026-01-02T12:00:00.000Z';
export const AT = '2026-01-02T11:00:00.000Z';

export const environmentOn = (store: Store): IngestEnvironment => ({
  store,
  crypto: nodeCrypto,
  now: () => NOW,
  createId: randomUUID,
});

/** Gives an operation that was tampered with a hash that holds. */
export const reseal = async (operation: Envelope): Promise<Envelope> => ({
  ...operation,
  hash: await hashOf(operation, nodeCrypto),
});

/** A till that pushes whatever a test wants it to. */
export const createPushingTill = async (
  environment: IngestEnvironment,
  storeId: string,
  number = 1,
) => {
  const tillId = `${storeId}-0${number}`;
  const journalId = journalIdOf(tillId, 1);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const publicText = String(publicKey.export({ format: 'jwk' }).x);
  const operations: Operation[] = [];

  await environment.store.transaction(async (tx) => {
    await tx.lock([journalId], []);
    await tx.putJournal({
      journalId,
      tillId,
      storeId,
      linkHash: GENESIS_HASH,
      headSeq: 0,
      headHash: GENESIS_HASH,
    });
  });

  const signBy = (lastHash: string): string =>
    sign(null, Buffer.from(signedText(journalId, lastHash)), privateKey).toString('base64url');

  return {
    tillId,
    storeId,
    journalId,
    /** Everything sealed so far, in sequence. */
    operations,
    /** Seals the next operation of the journal and keeps it, as one that is durable on the till. */
    write: async (content: OperationContent, at = AT, clockOffset: number | null = 0) => {
      const last = operations.at(-1);
      const context = { tillId, storeId, journalId, at, clockOffset, staffId: 'aigerim' };
      const actor = { shiftId: null, approvedBy: null };
      const head = { seq: last?.seq ?? 0, hash: last?.hash ?? GENESIS_HASH };
      const operation = await sealOperation(content, { ...context, ...actor }, head, nodeCrypto);
      operations.push(operation);
      return operation;
    },
    /** Forgets all but the first `count` operations, as a journal restored from an old copy has. */
    rewind: (count: number) => operations.splice(count),
    signBy,
    /** Pushes operations as texts, signed for the hash of the last; `overrides` is what a test gets wrong. */
    push: (
      texts: readonly (Envelope | string)[] = operations,
      overrides: Partial<PushRequest> = {},
      till: { readonly tillId?: string; readonly revoked?: boolean } = {},
    ) => {
      const last = texts.at(-1);
      const lastHash = typeof last === 'string' ? '' : (last?.hash ?? '');
      const first = texts[0];
      const request: PushRequest = {
        journalId,
        acknowledged: 0,
        epoch: null,
        firstSeq: typeof first === 'object' ? first.seq : 1,
        operations: texts.map((text) => (typeof text === 'string' ? text : encodeOperation(text))),
        signature: signBy(lastHash),
        ...overrides,
      };
      const pushing = { tillId, storeId, publicKey: publicText, revoked: false, ...till };
      return ingestBatch(environment, pushing, request);
    },
  };
};

export type PushingTill = Awaited<ReturnType<typeof createPushingTill>>;
