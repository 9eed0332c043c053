import { PULL_LIMIT, type PullReply, type PullRequest, streamName } from '#shared/protocol/pull.ts';
import type { AuthenticatedTill } from '../auth/tills.ts';
import type { IngestEnvironment } from '../ingest/environment.ts';
import { noticeLostChange } from '../ingest/notice-restore.ts';
import type { StoredPage } from '../store/store.ts';

/** The streams a till may read, and no others. */
export const streamsOfTill = ({ tillId, storeId }: AuthenticatedTill): string[] => [
  streamName('references'),
  streamName('references', storeId),
  streamName('statuses', tillId),
  streamName('orders', storeId),
  streamName('exceptions', storeId),
  streamName('stock', storeId),
  streamName('products'),
];

const pageText = (stream: string, { checkpoint, complete, changes }: StoredPage): string =>
  `{"stream":${JSON.stringify(stream)},"checkpoint":${checkpoint},"complete":${complete},"changes":${changes}}`;

type PulledText = { readonly text: string; readonly filled: number };

type PullParts = Pick<IngestEnvironment, 'store' | 'now' | 'createId'>;

/** The till's checkpoints are of another epoch: it is told of the present one, and pulls all anew. */
const pullAnew = async ({ store, now }: PullParts): Promise<PulledText> => {
  const epoch = await store.epoch();
  const reply: PullReply = { epoch, time: now(), appliedThrough: {}, pages: [] };
  return { text: JSON.stringify(reply), filled: 0 };
};

/**
 * A `PullReply` as JSON text: the pages come as text from the database and are never parsed here. What is applied
 * is read before the pages, so that a page may hold more than it says, never less (rule S2).
 */
export const pullText = async (
  parts: PullParts,
  till: AuthenticatedTill,
  { epoch: known, checkpoints }: PullRequest,
): Promise<PulledText> => {
  const { store, now } = parts;
  const epoch = await store.epoch();
  const appliedThrough = await store.appliedThrough(till.tillId);
  const pages: string[] = [];
  let filled = 0;
  for (const stream of streamsOfTill(till)) {
    const after = checkpoints[stream] ?? 0;
    let page = await store.pull(stream, after, PULL_LIMIT);
    if (page.checkpoint < after) {
      if (known !== null && known !== epoch) return pullAnew(parts);
      const isLost = known !== null && (await noticeLostChange(parts, till, { seq: after, epoch }));
      if (isLost) return pullAnew(parts);
      // Nobody ever gave that number: this stream begins again, and no other till hears of it.
      page = await store.pull(stream, 0, PULL_LIMIT);
    }
    pages.push(pageText(stream, page));
    if (page.changes !== '[]') filled += 1;
  }
  const head = JSON.stringify({ epoch, time: now(), appliedThrough });
  return { text: `${head.slice(0, -1)},"pages":[${pages.join(',')}]}`, filled };
};
