import { ok } from '#shared/kernel/result.ts';
import { webCrypto } from '#renderer/host/web-crypto.ts';
import { writeIdentity } from '../identity.ts';
import { createJournal } from '../journal.ts';
import type { RestorableLedger } from '../ledger.ts';
import { createMemoryLedger } from '../memory-ledger.ts';
import { ACTOR, AT, createExclusive, IDENTITY, JOURNAL, received } from '../till.fixture.ts';

export const textsOf = async (ledger: RestorableLedger, journalId = JOURNAL): Promise<string[]> =>
  (await ledger.read(journalId, 0, 1000)).map(({ text }) => text);

export const journalOf = (ledger: RestorableLedger) =>
  createJournal({ ledger, crypto: webCrypto, exclusive: createExclusive(), now: () => AT });

/** A ledger with so many operations of its till. */
export const ledgerWith = async (count: number): Promise<RestorableLedger> => {
  const ledger = createMemoryLedger();
  await writeIdentity(ledger, IDENTITY);
  const journal = journalOf(ledger);
  for (let index = 0; index < count; index += 1)
    await journal.write(ACTOR, async () => ok(received('TEA', 1)));
  return ledger;
};

/** A profile that has these of the operations left. */
export const having = async (
  texts: readonly string[],
  has: (seq: number) => boolean,
): Promise<RestorableLedger> => {
  const ledger = createMemoryLedger();
  await writeIdentity(ledger, IDENTITY);
  const rows = texts.map((text, index) => ({
    journalId: JOURNAL,
    seq: index + 1,
    hash: /"hash":"([0-9a-f]{64})"/.exec(text)?.[1] ?? '',
    text,
  }));
  await ledger.restore(rows.filter(({ seq }) => has(seq)));
  return ledger;
};

/** The profile lost everything after so many operations; null = it is gone whole, with who the till is. */
export const lost = async (
  texts: readonly string[],
  left: number | null,
): Promise<RestorableLedger> =>
  left === null ? createMemoryLedger() : having(texts, (seq) => seq <= left);
