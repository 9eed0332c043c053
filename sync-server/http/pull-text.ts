import { PULL_LIMIT, type PullRequest, streamName } from '#shared/protocol/pull.ts';
import type { AuthenticatedTill } from '../auth/tills.ts';
import type { Store, StoredPage } from '../store/store.ts';

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

/**
 * A `PullReply` as JSON text: the pages come as text from the database and are never parsed here. What is applied
 * is read before the pages, so that a page may hold more than it says, never less (rule S2).
 */
export const pullText = async (
  store: Store,
  till: AuthenticatedTill,
  { checkpoints }: PullRequest,
  now: () => string,
): Promise<{ readonly text: string; readonly filled: number }> => {
  const epoch = await store.epoch();
  const appliedThrough = await store.appliedThrough(till.tillId);
  const pages: string[] = [];
  let filled = 0;
  for (const stream of streamsOfTill(till)) {
    const page = await store.pull(stream, checkpoints[stream] ?? 0, PULL_LIMIT);
    pages.push(pageText(stream, page));
    if (page.changes !== '[]') filled += 1;
  }
  const head = JSON.stringify({ epoch, time: now(), appliedThrough });
  return { text: `${head.slice(0, -1)},"pages":[${pages.join(',')}]}`, filled };
};
