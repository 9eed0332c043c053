import path from 'node:path';
import { oneAtATime } from '#shared/kernel/one-at-a-time.ts';
import { createEnrolment } from '#renderer/sync/enrolment.ts';
import { readIdentity } from '#renderer/store/identity.ts';
import { createJournal, type Journal } from '#renderer/store/journal.ts';
import { webCrypto } from '#renderer/host/web-crypto.ts';
import { createLine, type Line } from './line.ts';
import { type FileLedger, openFileLedger } from './file-ledger.ts';
import { openTillKeys, type TillKeys } from './till-keys.ts';

/** A till without a screen: the journal and the outbox of the real one, over a ledger in a file. */
export type SimulatedTill = {
  readonly ledger: FileLedger;
  readonly journal: Journal;
  readonly keys: TillKeys;
  readonly line: Line;
  /** What its own clock shows: ISO 8601 UTC. */
  readonly setClock: (time: string) => void;
};

/** Opens the till whose ledger is in this folder, as it was left; a new one is not enrolled yet. */
export const openSimulatedTill = async (folder: string, name: string): Promise<SimulatedTill> => {
  const ledger = await openFileLedger(path.join(folder, `${name}.jsonl`));
  let clock = '';
  const journal = createJournal({
    ledger,
    crypto: webCrypto,
    exclusive: oneAtATime(),
    now: () => clock,
  });
  return {
    ledger,
    journal,
    keys: await openTillKeys(ledger),
    line: createLine(),
    setClock: (time) => {
      clock = time;
    },
  };
};

/** Enrols a till that is not yet, with a code that is made for it only then. Its id. */
export const ensureEnrolled = async (
  { ledger, keys }: SimulatedTill,
  serverUrl: string,
  createCode: () => Promise<string>,
): Promise<string> => {
  const known = await readIdentity(ledger);
  if (known) return known.tillId;
  const enrolment = createEnrolment({ serverUrl, ledger, publicKey: async () => keys.publicKey });
  const enrolled = await enrolment.byCode(await createCode());
  const identity = await readIdentity(ledger);
  if (!enrolled.ok || !identity) throw new Error(`not enrolled: ${JSON.stringify(enrolled)}`);
  return identity.tillId;
};
