import { nextCopy } from '#shared/domain/order/reprint.ts';
import type { Return } from '#shared/domain/return/schema.ts';
import type { Locale } from '#shared/kernel/text.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { onOrder } from './on-order.ts';
import type { TillProblem } from './problems.ts';

type Reprinted = Promise<Result<Operation, TillProblem | JournalProblem>>;

/** That a receipt is printed once more is on the disk before it is. */
export const reprintReceipt = (
  till: TillStore,
  actor: Actor,
  { orderId, locale }: { readonly orderId: string; readonly locale: Locale },
): Reprinted =>
  onOrder<never>(till, actor, orderId, (order) =>
    ok({
      type: 'receipt.reprinted',
      payload: {
        orderId,
        number: order.number ?? order.id,
        currency: order.currency,
        copy: nextCopy(order),
        locale,
      },
    }),
  );

/** As `reprintReceipt`, of what stands for goods that came back. */
export const reprintReturn = (
  { journal }: TillStore,
  actor: Actor,
  {
    returned: { number, currency },
    locale,
  }: { readonly returned: Pick<Return, 'number' | 'currency'>; readonly locale: Locale },
): Reprinted =>
  journal.write<TillProblem>(actor, async () =>
    ok({
      type: 'receipt.reprinted',
      payload: { orderId: null, number, currency, copy: null, locale },
    }),
  );
