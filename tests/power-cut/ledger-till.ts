import type { Durability } from '#renderer/store/rxdb/worker-storage.ts';
import { ownChromium } from '../browser/own-chromium.ts';
import type { Held } from './ledger-page/append-for-ever.ts';

/** A browser that appends to a till's ledger for as long as it lives. */
export type LedgerTill = {
  readonly pid: number;
  /** What the ledger held when the browser opened it. Rejects if it could not. */
  readonly held: Promise<Held>;
  readonly untilAcknowledged: (count: number) => Promise<void>;
  /** Every sequence whose write was acknowledged, once the browser is dead. */
  readonly acknowledged: () => Promise<readonly number[]>;
  readonly kill: () => Promise<void>;
};

export async function startLedgerTill(
  profile: string,
  url: string,
  durability: Durability,
): Promise<LedgerTill> {
  const { context, pid, kill } = await ownChromium(profile);
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  const page = context.pages()[0] ?? (await context.newPage());
  const acknowledged: number[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const failed = new Promise<never>((_, reject) => {
    page.once('pageerror', reject);
    void closed.then(() => reject(new Error('the browser ended')));
  });
  failed.catch(() => undefined); // For whoever does not wait.

  await page.exposeFunction('tellAcknowledged', (seq: number) => {
    acknowledged.push(seq);
    for (const { count, resolve } of waiting) if (acknowledged.length >= count) resolve();
  });
  const held = new Promise<Held>((resolve, reject) => {
    const opened = async (): Promise<void> => {
      await page.exposeFunction('tellHeld', resolve);
      await page.goto(`${url}/#${durability}`);
    };
    opened().catch(reject);
  });
  return {
    pid,
    held: Promise.race([held, failed]),
    untilAcknowledged: (count) =>
      Promise.race([
        new Promise<void>((resolve) => {
          if (acknowledged.length >= count) resolve();
          else waiting.push({ count, resolve });
        }),
        failed,
      ]),
    acknowledged: () => closed.then(() => acknowledged),
    kill,
  };
}
