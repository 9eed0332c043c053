import type { Operation } from '#shared/operations/operation.ts';
import type { Ledger } from './ledger.ts';
import { operationsIn } from './newest-operations.ts';
import { pagesAfter } from './pages-after.ts';
import type { StateStore } from './state-store.ts';

const LOADED = 500;

/** What the server keeps aside: hash → operation id. */
export const readQuarantined = async (state: StateStore): Promise<ReadonlyMap<string, string>> => {
  const kept = (await state.statuses()).filter(({ status }) => status === 'quarantined');
  return new Map(kept.map(({ hash, id }) => [hash, id]));
};

/** What a journal has after `floor`, and what is quarantined wherever it stands. */
export async function* operationsPast(
  ledger: Ledger,
  journalId: string,
  floor: number,
  quarantined: ReadonlyMap<string, string>,
): AsyncGenerator<Operation> {
  const kept = [...quarantined.values()].filter((id) => id.startsWith(`${journalId}.`));
  const oldest = Math.min(floor, ...kept.map((id) => Number(id.slice(-10)) - 1));
  for await (const page of pagesAfter(ledger, journalId, oldest, LOADED))
    for (const operation of page.flatMap(({ text }) => operationsIn(text)))
      if (operation.seq > floor || quarantined.has(operation.hash)) yield operation;
}
