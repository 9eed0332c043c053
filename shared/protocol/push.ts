import { Type, type Static } from 'typebox';
import { HashSchema, JournalIdSchema, TimeSchema } from '../kernel/ids.ts';
import { Exact, Nullable } from '../kernel/schema.ts';

/** The most operations and text (UTF-16 units) a till puts in one batch; one giant operation goes alone. */
export const PUSH_LIMIT = { operations: 200, characters: 1_000_000 } as const;

/** Operations of one journal, in sequence. Empty = «what do you hold of me?». */
export const PushRequest = Exact({
  journalId: JournalIdSchema,
  /** Highest sequence the till was told is held. The server holding less means it was restored (rule P6). */
  acknowledged: Type.Integer({ minimum: 0 }),
  /** Epoch in which it was told; null = it never met the server. An earlier one is no news of a restore. */
  epoch: Nullable(Type.String({ maxLength: 64 })),
  /** Sequence of the first operation; the others follow without a gap. */
  firstSeq: Type.Integer({ minimum: 1 }),
  /** Canonical texts of the operations, as they were sealed (rule P1). */
  operations: Type.Array(Type.String()),
  /** Ed25519 (base64url) by the till's key over `signedText`. */
  signature: Type.String({ maxLength: 128 }),
});
export type PushRequest = Static<typeof PushRequest>;

/**
 * What the signature of a batch covers: the hash chain binds all that comes before the last hash. null = the batch is
 * empty: only who signs may ask what is held, also once the token is revoked (rule P5).
 */
export const signedText = (journalId: string, lastHash: string | null): string =>
  `omnitill-push\n${journalId}\n${lastHash ?? ''}`;

export const PushReply = Exact({
  /** New at each restore of the server from a backup (rule P6). */
  epoch: Type.String(),
  time: TimeSchema,
  /** Highest contiguous sequence the server holds, and the hash of that operation. */
  head: Exact({ seq: Type.Integer({ minimum: 0 }), hash: HashSchema }),
  /** The server holds another operation under a sequence of this batch: start a new journal (rule P4). */
  forked: Type.Boolean(),
});
export type PushReply = Static<typeof PushReply>;
