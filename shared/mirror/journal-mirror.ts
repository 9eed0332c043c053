import { Type, type Static } from 'typebox';
import { HashSchema, IdSchema, JournalIdSchema } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import { Exact, Nullable } from '../kernel/schema.ts';

/** Operations go over the bridge in turns of this many, so that neither side holds a journal whole. */
export const MIRROR_BATCH = 500;
/** And no more characters at once, unless a single one has them: a host takes 8 MB. */
export const MIRROR_CHARACTERS = 1_000_000;

/** A journal that was opened at the server for later, with the hash its first operation links to (rule J1). */
export const SpareJournal = Exact({ journalId: JournalIdSchema, linkHash: HashSchema });
export type SpareJournal = Static<typeof SpareJournal>;

/** JSON Web Key of an Ed25519 key pair. */
const KeyText = Type.String({ minLength: 2, maxLength: 2000 });

/** Who the till is, kept outside the profile: with it and the mirror a till comes back from nothing. */
export const KeptTill = Exact({
  tillId: IdSchema,
  storeId: IdSchema,
  journalId: JournalIdSchema,
  linkHash: HashSchema,
  earlierJournalIds: Type.Immutable(Type.Array(JournalIdSchema)),
  token: Type.String({ minLength: 1, maxLength: 200 }),
  keys: Nullable(Exact({ publicKey: KeyText, privateKey: KeyText })),
  spare: Nullable(SpareJournal),
});
export type KeptTill = Static<typeof KeptTill>;

/** How far the mirror of one journal goes. */
export const MirrorHead = Exact({
  journalId: JournalIdSchema,
  /** Of its last operation. */
  seq: Type.Integer({ minimum: 0 }),
  hash: HashSchema,
  /** The first sequence that it lacks before that; null = it lacks none. */
  gap: Nullable(Type.Integer({ minimum: 1 })),
  /** What follows cannot be read. */
  isDamaged: Type.Boolean(),
});
export type MirrorHead = Static<typeof MirrorHead>;

/** A till whose data this computer keeps. */
export const MirroredTill = Exact({
  tillId: IdSchema,
  operations: Type.Integer({ minimum: 0 }),
});
export type MirroredTill = Static<typeof MirroredTill>;

/** Why the mirror did not take operations. Nothing of them is written then. */
export const MirrorProblem = Type.Union([
  Exact({ type: Type.Literal('mirror_gap'), seq: Type.Integer({ minimum: 0 }) }),
  /** It holds something else under that sequence, or under the one before. */
  Exact({ type: Type.Literal('mirror_disagrees'), seq: Type.Integer({ minimum: 0 }) }),
  Exact({ type: Type.Literal('mirror_malformed') }),
  Exact({ type: Type.Literal('disk_full') }),
  /** `code` is the operating system's: EACCES, EIO… */
  Exact({ type: Type.Literal('disk_failed'), code: Type.String({ maxLength: 40 }) }),
]);
export type MirrorProblem = Static<typeof MirrorProblem>;

/** Bytes free where till and mirror are kept, and what they mean. */
export const FreeDisk = Exact({
  bytes: Type.Integer({ minimum: 0 }),
  state: Type.Union([Type.Literal('enough'), Type.Literal('low'), Type.Literal('critical')]),
});
export type FreeDisk = Static<typeof FreeDisk>;

/** The copy of a till's journals outside its browser profile: append-only, on the disk when a call resolves. */
export type JournalMirror = {
  readonly tills: () => Promise<readonly MirroredTill[]>;
  /** null = there is none, or nobody can read it any more: sealed for another user of the system, say. */
  readonly kept: (tillId: string) => Promise<KeptTill | null>;
  /** Never in the place of a file that cannot be read, unless it is kept beside; a till without its key leaves it as it is. */
  readonly keep: (till: KeptTill) => Promise<Result<null, MirrorProblem>>;
  readonly heads: (tillId: string) => Promise<readonly MirrorHead[]>;
  /**
   * The next operations of one journal; those that it holds already are compared and passed over. `after`: the sequence of the one
   * before them in the ledger, where that is not the one just before: nobody has what lies between, and the mirror goes on behind it.
   */
  readonly append: (
    tillId: string,
    journalId: string,
    texts: readonly string[],
    after?: number,
  ) => Promise<Result<MirrorHead, MirrorProblem>>;
  /** Operations after a sequence, in sequence and over holes, at most `limit`. */
  readonly read: (
    tillId: string,
    journalId: string,
    after: number,
    limit: number,
  ) => Promise<readonly string[]>;
  /** As `read`, of every whole operation, also of those behind what cannot be read. */
  readonly salvage: JournalMirror['read'];
  /** Keeps what follows a sequence in a folder beside; the journal is mirrored anew from there. */
  readonly setAside: (tillId: string, journalId: string, afterSeq: number) => Promise<null>;
  readonly freeDisk: () => Promise<FreeDisk>;
};
