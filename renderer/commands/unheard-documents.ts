import type { TillStore } from '../store/till-store.ts';

/**
 * Tells of each document whether a driver may have heard of it: of those that happened while this program runs nobody has, until
 * they are told of for the first time. What a program before this one did nobody knows (rule J8).
 */
export const followUnheard = ({
  journal,
  view,
}: Pick<TillStore, 'journal' | 'view'>): ((documentId: string) => boolean) => {
  const seen = new Set(view.fiscal().waiting.map(({ documentId }) => documentId));
  const unheard = new Set<string>();
  journal.onAppend(() => {
    for (const { documentId } of view.fiscal().waiting) {
      if (seen.has(documentId)) continue;
      seen.add(documentId);
      unheard.add(documentId);
    }
  });
  return (documentId) => !unheard.delete(documentId);
};
