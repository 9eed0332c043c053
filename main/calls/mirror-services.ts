import { ok } from '#shared/kernel/result.ts';
import type { JournalMirror } from '#shared/mirror/journal-mirror.ts';
import type { HeldTills } from './held-tills.ts';
import { CallRefused, type Services } from './services.ts';

export const mirrorServices = (
  mirror: JournalMirror,
  { isHeld, isHeldByAnother }: HeldTills,
): Services => {
  /** Who works as a till writes its copy, and nobody beside it: what another browser has is another history. */
  const forWriting = (tillId: string, page = ''): JournalMirror => {
    if (isHeldByAnother(tillId, page)) throw new CallRefused('another page works as this till');
    return mirror;
  };
  return {
    'mirror.tills': async () => {
      const tills = await mirror.tills();
      // Who works as a till elsewhere on this machine keeps it: two of them would write one journal.
      return ok(tills.filter(({ tillId }) => !isHeld(tillId)));
    },
    'mirror.kept': async ({ tillId }) => ok(await mirror.kept(tillId)),
    'mirror.keep': async (till, page) => forWriting(till.tillId, page).keep(till),
    'mirror.heads': async ({ tillId }) => ok([...(await mirror.heads(tillId))]),
    'mirror.append': async ({ tillId, journalId, texts, after }, page) =>
      forWriting(tillId, page).append(tillId, journalId, texts, after),
    'mirror.read': async ({ tillId, journalId, after, limit }) =>
      ok([...(await mirror.read(tillId, journalId, after, limit))]),
    'mirror.salvage': async ({ tillId, journalId, after, limit }) =>
      ok([...(await mirror.salvage(tillId, journalId, after, limit))]),
    'mirror.setAside': async ({ tillId, journalId, afterSeq }, page) =>
      ok(await forWriting(tillId, page).setAside(tillId, journalId, afterSeq)),
    'mirror.freeDisk': async () => ok(await mirror.freeDisk()),
  };
};
