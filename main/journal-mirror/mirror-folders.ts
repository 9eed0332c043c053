import path from 'node:path';
import { Value } from 'typebox/value';
import { IdSchema, JournalIdSchema } from '#shared/kernel/ids.ts';

export const isJournalOf = (tillId: string, journalId: string): boolean =>
  Value.Check(JournalIdSchema, journalId) && journalId.startsWith(`${tillId}_`);

/** Names become folders, so nothing but a name may come here. */
export const tillFolder = (folder: string, tillId: string): string => {
  if (!Value.Check(IdSchema, tillId)) throw new RangeError('not a till');
  return path.join(folder, tillId);
};

export const journalFolder = (folder: string, tillId: string, journalId: string): string => {
  if (!isJournalOf(tillId, journalId)) throw new RangeError('not a journal of this till');
  return path.join(tillFolder(folder, tillId), journalId);
};
