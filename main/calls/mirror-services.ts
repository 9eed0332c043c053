import { ok } from '#shared/kernel/result.ts';
import type { JournalMirror } from '#shared/mirror/journal-mirror.ts';
import type { HeldTills } from './held-tills.ts';
import type { Services } from './services.ts';

export const mirrorServices = (mirror: JournalMirror, { isHeld }: HeldTills): Services => ({
  'mirror.tills': async () => {
    const tills = await mirror.tills();
    // Who works as a till elsewhere on this machine keeps it: two of them would write one journal.
    return ok(tills.filter(({ tillId }) => !isHeld(tillId)));
  },
  'mirror.kept': async ({ tillId }) => ok(await mirror.kept(tillId)),
  'mirror.keep': (till) => mirror.keep(till),
  'mirror.heads': async ({ tillId }) => ok([...(await mirror.heads(tillId))]),
  'mirror.append': ({ tillId, journalId, texts }) => mirror.append(tillId, journalId, texts),
  'mirror.read': async ({ tillId, journalId, after, limit }) =>
    ok([...(await mirror.read(tillId, journalId, after, limit))]),
  'mirror.setAside': async ({ tillId, journalId, afterSeq }) =>
    ok(await mirror.setAside(tillId, journalId, afterSeq)),
  'mirror.freeDisk': async () => ok(await mirror.freeDisk()),
});
