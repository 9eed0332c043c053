import { type Announcement, applyAnnouncement } from '#shared/domain/delivery/apply.ts';
import { storesOfDelivery } from '#shared/domain/delivery/difference.ts';
import type { Delivery } from '#shared/domain/delivery/schema.ts';
import type { IngestEnvironment } from './environment.ts';
import { changeDelivery, readDelivery } from './record-delivery.ts';
import { createWorkspace } from './workspace.ts';

/**
 * Head office says what a supplier will bring to a store; its tills expect it from then on. Said twice it is one
 * delivery, as it was said last.
 */
export const announceDelivery = (
  { store, now }: Pick<IngestEnvironment, 'store' | 'now'>,
  announcement: Announcement,
): Promise<Delivery> =>
  store.transaction(async (tx) => {
    const workspace = createWorkspace(tx);
    const before = await readDelivery(workspace, announcement.id);
    const after = applyAnnouncement(before, announcement);
    await tx.lock([], [...(before ? storesOfDelivery(before) : []), ...storesOfDelivery(after)]);
    await changeDelivery(workspace, before, after, now());
    await workspace.flush();
    return after;
  });
