import { sql } from 'kysely';
import { moneyWithoutAct } from '#shared/domain/exception/of-operation.ts';
import { toldRefundOf } from '#shared/operations/money-in.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Store } from '../store/store.ts';
import { storedOperation } from '../store/stored-operation.ts';
import type { Tables } from '../tables.ts';
import { openException } from './reconcile-exceptions.ts';
import { createWorkspace } from './workspace.ts';

const HOUR = 3_600_000;
/** No machine thinks so long; a till that asks one and is heard of no more is looked for. */
const PATIENCE = HOUR;
/** So far back a round looks: a server that stood still for days misses nothing. */
const LOOKED_BACK = 14 * 24 * HOUR;

const before = (now: string, milliseconds: number): string =>
  new Date(Date.parse(now) - milliseconds).toISOString();

/** Texts of intents that came so long ago, and of which nothing that their till sent since says how they ended. */
const unended = async (db: Tables, now: string): Promise<string[]> => {
  const { rows } = await sql<{ readonly text: string }>`
    with asked as (
      select journal_id, seq, text, received_at,
        substring(text from '"(?:paymentId|refundId)":"([^"]+)"') as money_id,
        substring(journal_id from '^(.*)_') as till_id
      from operations
      where (text like '%"type":"payment.requested"%' or text like '%"type":"refund.requested"%')
        and status = 'applied'
        and received_at > ${before(now, LOOKED_BACK)}
        and received_at <= ${before(now, PATIENCE)}
    )
    select text from asked where not exists (
      select 1 from operations later
      where later.journal_id >= asked.till_id || '_' and later.journal_id < asked.till_id || '\`'
        and case when later.journal_id = asked.journal_id
          then later.seq > asked.seq else later.received_at >= asked.received_at end
        and position('"' || asked.money_id || '"' in later.text) > 0
    )`.execute(db);
  return rows.map(({ text }) => text);
};

const moneyIdOf = (operation: Operation): string | null => {
  if (operation.type === 'payment.requested') return operation.payload.paymentId;
  return operation.type === 'refund.requested' ? operation.payload.refundId : null;
};

/**
 * Money that a machine was asked for, and whose till has not said since how that ended: it was lost with the till, or stands still
 * with it. A person asks the machine; it closes by itself when the till says (rule J3). To be called now and then; called again
 * it changes nothing.
 */
export const noticeUnended = async (
  { db, store }: { readonly db: Tables; readonly store: Store },
  now: string,
): Promise<void> => {
  for (const text of await unended(db, now)) {
    const operation = storedOperation(text);
    const moneyId = operation && moneyIdOf(operation);
    if (!operation || moneyId === null) continue;
    const { id: operationId, storeId } = operation;
    const told = { storeId, operationId };
    const found = moneyWithoutAct('money_unknown', moneyId, told, toldRefundOf(operation));
    await store.transaction(async (tx) => {
      await tx.lock([], [storeId]);
      const workspace = createWorkspace(tx);
      await openException(workspace, found, now);
      await workspace.flush();
    });
  }
};
