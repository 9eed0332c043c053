import { Type, type Static } from 'typebox';
import { TimeSchema } from '../kernel/ids.ts';
import { Exact, Nullable } from '../kernel/schema.ts';

/** Documents in one page of one stream. */
export const PULL_LIMIT = 1000;

export const Collection = Type.Enum([
  'products',
  'orders',
  'stock',
  'references',
  'statuses',
  'exceptions',
]);
export type Collection = Static<typeof Collection>;

/** A stream is one collection for one audience: `products`, `orders:ALM1`, `statuses:ALM1-01`. */
export const StreamName = Type.String({ pattern: '^[a-z]+(:[A-Za-z0-9_-]{1,64})?$' });

export const streamName = (collection: Collection, audience?: string): string =>
  audience === undefined ? collection : `${collection}:${audience}`;

/** Which changes the till holds already: the last `seq` per stream; a stream left out starts at 0. */
export const PullRequest = Exact({
  /** Epoch that the checkpoints belong to; null = there are none yet. */
  epoch: Nullable(Type.String({ maxLength: 64 })),
  checkpoints: Type.Record(StreamName, Type.Integer({ minimum: 0 })),
  /** Operations that the till has yet to push; head office sees how complete its figures are. */
  queued: Type.Integer({ minimum: 0 }),
});
export type PullRequest = Static<typeof PullRequest>;

export const Change = Exact({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  /** null = the document left this stream's audience. */
  document: Nullable(Type.Unknown()),
});
export type Change = Static<typeof Change>;

export const StreamPage = Exact({
  stream: StreamName,
  checkpoint: Type.Integer({ minimum: 0 }),
  /** Nothing was left behind this page when it was read. */
  complete: Type.Boolean(),
  changes: Type.Array(Change),
});
export type StreamPage = Static<typeof StreamPage>;

export const PullReply = Exact({
  epoch: Type.String(),
  time: TimeSchema,
  /** Per journal of this till the sequence applied before the pages were read (rule S2). */
  appliedThrough: Type.Record(Type.String(), Type.Integer({ minimum: 0 })),
  pages: Type.Array(StreamPage),
});
export type PullReply = Static<typeof PullReply>;
