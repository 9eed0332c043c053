import type { Fact } from '../order/apply.ts';
import {
  KEPT_VERSIONS,
  type QuickKeys,
  type QuickKeysPage,
  type QuickKeysVersion,
} from './schema.ts';

export type Arrangement = Pick<QuickKeysVersion, 'seen' | 'revision'> & {
  readonly pages: QuickKeysPage[];
};

/** The one that holds first: whoever saw more counts before whoever did it later. */
const byPrecedence = (left: QuickKeysVersion, right: QuickKeysVersion): number => {
  if (left.revision !== right.revision) return right.revision - left.revision;
  if (left.at !== right.at) return left.at > right.at ? -1 : 1;
  return left.operationId > right.operationId ? -1 : 1;
};

/** The same whichever arrangement is heard of first, and however often (rule S8). */
export const applyArrangement = (
  quickKeys: QuickKeys | null,
  { seen, revision, pages }: Arrangement,
  { operationId, tillId, staffId, storeId, at }: Fact,
): QuickKeys => {
  const others = (quickKeys?.versions ?? []).filter((known) => known.operationId !== operationId);
  const said = { operationId, tillId, staffId, at, seen, revision, pages };
  const versions = [...others, said].toSorted(byPrecedence).slice(0, KEPT_VERSIONS);
  return { storeId: quickKeys?.storeId ?? storeId, versions };
};

/** What the store's tills show; [] = the tiles of the catalog. */
export const pagesOf = (quickKeys: QuickKeys | null): readonly QuickKeysPage[] =>
  quickKeys?.versions[0]?.pages ?? [];

/**
 * The latest version that whoever made the one that holds had not seen: two managers arranged the quick keys at tills
 * that were cut off from each other. null = everybody saw everything.
 */
export const overruledIn = (quickKeys: QuickKeys | null): QuickKeysVersion | null => {
  const [holding, ...others] = quickKeys?.versions ?? [];
  return others.find(({ operationId }) => !holding?.seen.includes(operationId)) ?? null;
};
