import type { Promotion } from '#shared/domain/pricing/promotion.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { Store, StoreTransaction } from '../store/store.ts';
import { keepReplaced } from './keep-replaced.ts';

/** To the tills of its stores; a store that it is not for any more hears that it is gone. */
const putPromotion = async (tx: StoreTransaction, value: Promotion): Promise<void> => {
  const id = referenceId('promotion', value.id);
  await keepReplaced(tx, id);
  await tx.putDocuments('references', [
    {
      id,
      document: { type: 'promotion', value },
      streams:
        value.storeIds === null
          ? [streamName('references')]
          : value.storeIds.map((storeId) => streamName('references', storeId)),
    },
  ]);
};

/** A promotion from now on; tills have it before it begins, so that it does so with no network. */
export const savePromotion = (store: Store, promotion: Promotion): Promise<void> =>
  store.transaction((tx) => putPromotion(tx, promotion));

/** Ends a promotion at a moment. It is not deleted: what was priced before is still priced with it (rule R10). */
export const endPromotion = (
  store: Store,
  id: string,
  at: string,
): Promise<Result<Promotion, { readonly type: 'not_found' }>> =>
  store.transaction(async (tx) => {
    const held = await tx.document('references', referenceId('promotion', id));
    if (held?.type !== 'promotion') return fail({ type: 'not_found' });
    const { value } = held;
    if (value.endsAt <= at) return ok(value);
    // One that has not begun never will.
    const ended = { ...value, endsAt: at, startsAt: value.startsAt < at ? value.startsAt : at };
    await putPromotion(tx, ended);
    return ok(ended);
  });
