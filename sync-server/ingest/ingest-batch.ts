import { ok, fail, type Result } from '#shared/kernel/result.ts';
import { PUSH_LIMIT, type PushReply, type PushRequest, signedText } from '#shared/protocol/push.ts';
import type { IngestEnvironment } from './environment.ts';
import { type Head, ingestGroup, type Pusher, type Refusal } from './ingest-group.ts';
import { type Reading, readOperation } from './read-operation.ts';

/** Who pushes, as its token says. */
export type PushingTill = Pusher & {
  /** Ed25519, raw, base64url. */
  readonly publicKey: string;
  readonly revoked: boolean;
};

export type PushRefusal = Refusal | { readonly type: 'till_revoked' };

const isSignedBy = async (
  { crypto }: IngestEnvironment,
  { publicKey }: PushingTill,
  { journalId, signature }: PushRequest,
  last: Reading | undefined,
): Promise<boolean> =>
  crypto.verify(signedText(journalId, last?.hash ?? null), signature, publicKey);

/**
 * Takes a till's batch in: each new operation exactly once, in sequence, applied or quarantined alone; what is held
 * already is acknowledged again (rules P1 to P6). A revoked till is heard only by its signature: its token proves
 * nothing any more. Throws `StoreUnavailable` when the till should try again later; what was taken in until then
 * stays, and is acknowledged the next time.
 */
export const ingestBatch = async (
  environment: IngestEnvironment,
  till: PushingTill,
  request: PushRequest,
): Promise<Result<PushReply, PushRefusal>> => {
  const { store, crypto, now } = environment;
  const readings = await Promise.all(request.operations.map((text) => readOperation(text, crypto)));
  const isSigned = await isSignedBy(environment, till, request, readings.at(-1));
  if (till.revoked && !isSigned) return fail({ type: 'till_revoked' });
  let head: Head | null = null;
  let forked = false;
  for (let start = 0; head === null || start < readings.length; start += PUSH_LIMIT.operations) {
    const group = {
      request,
      firstSeq: request.firstSeq + start,
      readings: readings.slice(start, start + PUSH_LIMIT.operations),
      isSigned,
      isRevoked: till.revoked,
    };
    const done = await ingestGroup(environment, till, group);
    if (!done.ok) return done;
    head = done.value.head;
    forked ||= done.value.forked;
  }
  return ok({ epoch: await store.epoch(), time: now(), head, forked });
};
