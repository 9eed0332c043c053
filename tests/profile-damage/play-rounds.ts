import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { ownChromium } from '../browser/own-chromium.ts';
import { isHosted } from '../e2e/hosted-till.ts';
import { hasSpareJournal, mirroredOperations } from '../e2e/mirrored-operations.ts';
import type { Product } from '../e2e/product.ts';
import { openTill, type TillPage } from '../e2e/till-page.ts';
import { createRandom } from '../simulation/random.ts';
import { deleteStorage, storageIn, truncateStorage } from './damage-storage.ts';
import { ledgerTexts } from './ledger-texts.ts';

const TILL = 'ALM1-01';

const DAMAGES = { deleted: deleteStorage, truncated: truncateStorage } as const;

/** What befell the storage of a browser that was killed, and what the till held when it had started again. */
export type Round = {
  readonly damage: keyof typeof DAMAGES;
  /** Whether the server was out of reach when the till started again: every other round. */
  readonly isOffline: boolean;
  /** What was cut, and how much of it was kept. */
  readonly cut: readonly string[];
  /** How the till came back: by itself, or by what was pressed. */
  readonly pressed: readonly string[];
  /** Operations whose write was acknowledged, and those of them that the till does not hold. */
  readonly acknowledged: number;
  readonly lost: number;
};

export type Rounds = {
  /** With a mirror. */
  readonly product: Product;
  readonly deleted: number;
  readonly truncated: number;
  readonly seed: number;
  readonly onRound: (round: Round) => void;
};

const started = (page: Page): Locator => page.getByRole('heading', { name: 'Who is at the till?' });

/** Presses what the till asks for until somebody may sign in; resolves with what was pressed. */
const untilStarted = async (page: Page): Promise<readonly string[]> => {
  const pressed: string[] = [];
  const name = /^Take back ALM1-01|^Try again$/;
  // While it works, what was pressed cannot be pressed again.
  const asks = page.getByRole('button', { name, disabled: false });
  for (;;) {
    await expect(asks.or(started(page))).toBeVisible();
    if (await started(page).isVisible()) return pressed;
    pressed.push(await asks.innerText());
    await asks.click();
    await expect(asks).toHaveCount(0);
  }
};

/** Sells, and waits for the mirror: what a disk loses in the moment in which it was written lies in neither. */
const sell = async (till: TillPage, { mirrorFolder }: Product): Promise<readonly string[]> => {
  await till.signIn();
  await till.sell('Loaf, white');
  const held = await ledgerTexts(till.page);
  await expect
    .poll(async () => {
      const mirrored = new Set(await mirroredOperations(mirrorFolder, TILL));
      return held.filter((text) => !mirrored.has(text));
    })
    .toEqual([]);
  // So that it may go on where the next start finds no network.
  await expect.poll(() => hasSpareJournal(mirrorFolder, TILL)).toBe(true);
  return held;
};

/**
 * Lets one till sell, die and start again over damaged storage, round after round in the same profile. What was
 * acknowledged in any round must be held after every later one. Ends with a till that has sold once more and is in sync.
 */
export const playRounds = async (rounds: Rounds): Promise<readonly Round[]> => {
  const { product, onRound } = rounds;
  const random = createRandom(rounds.seed);
  const profile = await mkdtemp(path.join(tmpdir(), 'omnitill-damage-'));
  // Electron keeps it in the app's own folder, where the shell mends it before it opens.
  if (isHosted) await symlink(storageIn(profile), path.join(product.dataFolder, 'IndexedDB'));
  const server = `${product.serverUrl}/**`;
  let browser = await ownChromium(profile);
  try {
    let till = await openTill(browser.context, product.tillUrl);
    const acknowledged = new Set<string>();
    const played: Round[] = [];
    const damages = [
      ...Array.from({ length: rounds.deleted }, () => 'deleted' as const),
      ...Array.from({ length: rounds.truncated }, () => 'truncated' as const),
    ];
    for (const damage of damages) {
      for (const text of await sell(till, product)) acknowledged.add(text);
      await browser.kill();
      const cut = await DAMAGES[damage](profile, random);
      const isOffline = played.length % 2 === 1;

      browser = await ownChromium(profile);
      if (isOffline) await browser.context.route(server, (route) => route.abort());
      till = await openTill(browser.context, product.tillUrl);
      const pressed = await untilStarted(till.page);
      const held = new Set(await ledgerTexts(till.page));
      const lost = [...acknowledged].filter((text) => !held.has(text)).length;
      const round = { damage, isOffline, cut, pressed, acknowledged: acknowledged.size, lost };
      played.push(round);
      onRound(round);
      if (isOffline) {
        // Who works here lay in what is lost, and comes from the server.
        await browser.context.unroute(server);
        await till.page.reload();
        await expect(started(till.page)).toBeVisible();
      }
    }
    await sell(till, product);
    await expect(till.pill()).toHaveText(/Synced/);
    return played;
  } finally {
    await browser.kill();
    await rm(profile, { recursive: true, force: true });
  }
};
