import type { BrowserContext } from '@playwright/test';
import type { Durability } from '#renderer/store/rxdb/worker-storage.ts';
import { ownChromium } from '../browser/own-chromium.ts';
import type { Held } from './ledger-page/append-for-ever.ts';

/** A page that appends to a till's ledger for as long as it can. */
export type LedgerPage = {
  /** What the ledger held when the page opened it. Rejects if it could not. */
  readonly held: Promise<Held>;
  readonly untilAcknowledged: (count: number) => Promise<void>;
  /** Rejects when it can no more. */
  readonly failed: Promise<never>;
  /** Every sequence whose write was acknowledged so far. */
  readonly acknowledged: readonly number[];
};

/** A browser with such a page. */
export type LedgerTill = Pick<LedgerPage, 'held' | 'untilAcknowledged'> & {
  readonly pid: number;
  /** Every sequence whose write was acknowledged, once the browser is dead. */
  readonly acknowledged: () => Promise<readonly number[]>;
  readonly kill: () => Promise<void>;
};

export async function openLedgerPage(
  context: BrowserContext,
  url: string,
  durability: Durability,
): Promise<LedgerPage> {
  const page = await context.newPage();
  const acknowledged: number[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const failed = new Promise<never>((_, reject) => {
    page.once('pageerror', reject);
    context.once('close', () => reject(new Error('the browser ended')));
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
    held: Promise.race([held, failed]),
    untilAcknowledged: (count) =>
      Promise.race([
        new Promise<void>((resolve) => {
          if (acknowledged.length >= count) resolve();
          else waiting.push({ count, resolve });
        }),
        failed,
      ]),
    failed,
    acknowledged,
  };
}

export async function startLedgerTill(
  profile: string,
  url: string,
  durability: Durability,
): Promise<LedgerTill> {
  const { context, pid, kill } = await ownChromium(profile);
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  const { held, untilAcknowledged, acknowledged } = await openLedgerPage(context, url, durability);
  return {
    pid,
    held,
    untilAcknowledged,
    acknowledged: () => closed.then(() => acknowledged),
    kill,
  };
}
