import { startOutbox } from './outbox.ts';
import type { ManagedTill } from './drive.ts';
import { ensureEnrolled, openSimulatedTill } from './simulated-till.ts';

export type TillsParts = {
  readonly folder: string;
  readonly count: number;
  readonly serverUrl: string;
  readonly createCode: () => Promise<string>;
  /** 0 ≤ r < 1 */
  readonly random: () => number;
};

/** Opens all tills, enrols those that are new, one after another, and starts their outboxes. */
export const openTills = async (parts: TillsParts): Promise<ManagedTill[]> => {
  const { folder, count, serverUrl, createCode, random } = parts;
  const tills: ManagedTill[] = [];
  for (let number = 1; number <= count; number += 1) {
    const till = await openSimulatedTill(folder, `till-${number}`);
    const tillId = await ensureEnrolled(till, serverUrl, createCode);
    const { ledger, journal, line, keys } = till;
    const outbox = startOutbox({ serverUrl, ledger, journal, line, sign: keys.sign, random });
    tills.push({ ...till, tillId, outbox });
  }
  return tills;
};

export const closeTills = async (tills: readonly ManagedTill[]): Promise<void> => {
  await Promise.all(tills.map(({ outbox }) => outbox.stop()));
  await Promise.all(tills.map(({ ledger }) => ledger.close()));
};
