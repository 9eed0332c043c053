import { Type } from 'typebox';
import { IdSchema, JournalIdSchema } from '../kernel/ids.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import {
  FreeDisk,
  KeptTill,
  MIRROR_BATCH,
  MirroredTill,
  MirrorHead,
  MirrorProblem,
} from '../mirror/journal-mirror.ts';
import { declareCalls } from './declare-call.ts';

const Sequence = Type.Integer({ minimum: 0 });
const ofTill = Exact({ tillId: IdSchema });
const readsTexts = {
  asks: Exact({
    tillId: IdSchema,
    journalId: JournalIdSchema,
    after: Sequence,
    limit: Type.Integer({ minimum: 1, maximum: MIRROR_BATCH }),
  }),
  answers: Type.Array(Type.String()),
  problems: Type.Never(),
};

/** The mirror of the till's journals, as `JournalMirror` says it. */
export const mirrorCalls = declareCalls({
  'mirror.tills': {
    asks: Exact({}),
    answers: Type.Array(MirroredTill),
    problems: Type.Never(),
  },
  'mirror.kept': { asks: ofTill, answers: Nullable(KeptTill), problems: Type.Never() },
  'mirror.keep': { asks: KeptTill, answers: Type.Null(), problems: MirrorProblem },
  'mirror.heads': { asks: ofTill, answers: Type.Array(MirrorHead), problems: Type.Never() },
  'mirror.append': {
    asks: Exact({
      tillId: IdSchema,
      journalId: JournalIdSchema,
      texts: Type.Immutable(Type.Array(Type.String(), { maxItems: MIRROR_BATCH })),
      after: Type.Optional(Sequence),
    }),
    answers: MirrorHead,
    problems: MirrorProblem,
  },
  'mirror.read': readsTexts,
  'mirror.salvage': readsTexts,
  'mirror.setAside': {
    asks: Exact({ tillId: IdSchema, journalId: JournalIdSchema, afterSeq: Sequence }),
    answers: Type.Null(),
    problems: Type.Never(),
  },
  'mirror.freeDisk': { asks: Exact({}), answers: FreeDisk, problems: Type.Never() },
});
