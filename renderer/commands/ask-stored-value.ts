import type {
  StoredValueAsker,
  StoredValueAnswer,
  StoredValueHere,
} from '#shared/domain/payment/stored-value.ts';
import { minor } from '#shared/kernel/money.ts';
import { cardsSoldBy, creditMovedBy } from '#shared/operations/stored-value-effects.ts';
import { readIdentity } from '../store/identity.ts';
import { operationsPast, readQuarantined } from '../store/operations-past.ts';
import { readSyncState, type SyncState } from '../store/sync-state.ts';
import { rememberBalance } from '../store/told-balances.ts';
import type { TillStore } from '../store/till-store.ts';

/** What this till did and an answer may lack: what the server had not said to hold before it was asked, and what it keeps aside. */
const unheardOf = async (
  { ledger, state }: TillStore,
  acknowledged: SyncState['acknowledged'],
  code: string,
): Promise<StoredValueHere> => {
  const identity = await readIdentity(ledger);
  const journals = identity ? [...identity.earlierJournalIds, identity.journalId] : [];
  const quarantined = await readQuarantined(state);
  let issued = 0;
  let spent = 0;
  let unconfirmed = 0;
  for (const journalId of journals) {
    const held = acknowledged[journalId] ?? 0;
    for await (const operation of operationsPast(ledger, journalId, held, quarantined)) {
      for (const line of creditMovedBy(operation)) {
        if (line.code !== code) continue;
        if (line.amount > 0) issued += line.amount;
        else spent -= line.amount;
      }
      for (const line of cardsSoldBy(operation)) if (line.code === code) unconfirmed += line.amount;
    }
  }
  return { issued: minor(issued), spent: minor(spent), unconfirmed: minor(unconfirmed) };
};

type Asked = { readonly answer: StoredValueAnswer; readonly unheard: StoredValueHere };

const askOnce = async (till: TillStore, ask: StoredValueAsker, code: string): Promise<Asked> => {
  // Read first: what is pushed while the server answers may be in its answer, or not, and then counts here.
  const { acknowledged } = await readSyncState(till.ledger);
  const answer = await ask(code);
  return { answer, unheard: await unheardOf(till, acknowledged, code) };
};

/**
 * What the server says of a code, and what this till gave and took under it that the answer may lack. What it took counts against
 * the answer, which may hold it already; what it gave does not count before the server says so: no more is told than there is.
 */
export const askStoredValue = async (
  till: TillStore,
  ask: StoredValueAsker,
  code: string,
): Promise<Asked> => {
  const first = await askOnce(till, ask, code);
  // It was taken a moment ago: by now the server may have said that it holds it.
  const isTaken = first.answer.type === 'told' && first.unheard.spent > 0;
  const asked = isTaken ? await askOnce(till, ask, code) : first;
  const { answer, unheard } = asked;
  if (answer.type === 'told') {
    const balance = answer.balance - unheard.spent;
    await rememberBalance(till, code, { currency: answer.currency, balance });
  }
  return asked;
};
