import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { issueEnrolmentCode } from '#server/auth/enrolment.ts';
import { nodeCrypto } from '#server/node-crypto.ts';
import { type Envelope, GENESIS_HASH } from '#shared/operations/envelope.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';
import { encodeOperation, sealOperation } from '#shared/operations/seal.ts';
import { EnrolReply } from '#shared/protocol/enrol.ts';
import { PullReply, type StreamPage } from '#shared/protocol/pull.ts';
import { type PushRequest, signedText } from '#shared/protocol/push.ts';
import { type Answer, bearer, createClient, expectBody } from './http-client.ts';
import type { OpenServer } from './open-server.ts';

export const createTillKeys = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: String(publicKey.export({ format: 'jwk' }).x),
    sign: (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  };
};

const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A till that enrolled over HTTP with a code, and speaks to the server as tills do. */
export const enrolTill = async (server: OpenServer, storeId: string) => {
  const { url, db, ingest } = server;
  const keys = createTillKeys();
  const code = await issueEnrolmentCode(db, storeId, null, ingest.now());
  const enrolled = expectBody(
    await createClient(url)('enrol', { body: { code: code?.code, publicKey: keys.publicKey } }),
    EnrolReply,
  );
  const { tillId, journalId, token } = enrolled;
  const call = createClient(url, bearer(token));
  const operations: Operation[] = [];

  const requestOf = (
    batch: readonly (Envelope | string)[],
    overrides: Partial<PushRequest> = {},
  ): PushRequest => {
    const last = batch.at(-1);
    const lastHash = typeof last === 'object' ? last.hash : hashOfText(last ?? '');
    const first = batch[0];
    return {
      journalId,
      acknowledged: 0,
      epoch: null,
      firstSeq: typeof first === 'object' ? first.seq : 1,
      operations: batch.map((one) => (typeof one === 'string' ? one : encodeOperation(one))),
      signature: keys.sign(signedText(journalId, lastHash)),
      ...overrides,
    };
  };

  const pull = async (checkpoints: Readonly<Record<string, number>> = {}, queued = 0) =>
    expectBody(await call('pull', { body: { epoch: null, checkpoints, queued } }), PullReply);

  return {
    ...enrolled,
    keys,
    call,
    operations,
    requestOf,
    pull,
    /** The page of one stream from its beginning. */
    pullStream: async (stream: string): Promise<StreamPage | undefined> =>
      (await pull()).pages.find((page) => page.stream === stream),
    /** Seals the next operation of the journal. */
    write: async (
      content: OperationContent,
      at: string,
      shiftId: string | null = null,
      by: { readonly staffId?: string; readonly approvedBy?: string } = {},
    ): Promise<Operation> => {
      const last = operations.at(-1);
      const context = { tillId, storeId, journalId, at, clockOffset: 0, staffId: 'aigerim' };
      const head = { seq: last?.seq ?? 0, hash: last?.hash ?? GENESIS_HASH };
      const operation = await sealOperation(
        content,
        { ...context, shiftId, approvedBy: null, ...by },
        head,
        nodeCrypto,
      );
      operations.push(operation);
      return operation;
    },
    push: (
      batch: readonly (Envelope | string)[] = operations,
      overrides: Partial<PushRequest> = {},
    ): Promise<Answer> => call('push', { body: requestOf(batch, overrides) }),
  };
};

export type HttpTill = Awaited<ReturnType<typeof enrolTill>>;
