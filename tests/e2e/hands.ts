import type { BrowserContext, Locator, Page } from '@playwright/test';
import { KEYS } from '../browser/hand.ts';

export type Way = 'keyboard' | 'touch';

/** What a person did; a scan is neither. */
export type Acts = { readonly keys: number; readonly taps: number };

/** Everything that is done at a till with keys alone, or with fingers alone, and counted. */
export type Hands = {
  readonly way: Way;
  /** Presses the key, or taps what does the same. */
  readonly act: (key: string, button: Locator) => Promise<void>;
  /** What no key of its own does: Tab and Enter, or a tap. */
  readonly press: (button: Locator) => Promise<void>;
  /** What was done meanwhile. */
  readonly count: (steps: () => Promise<void>) => Promise<Acts>;
};

/** The pages of this context count what they hear themselves: what a test only makes them believe counts for nothing. */
export const countIn = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    for (const kind of ['keydown', 'pointerdown'])
      addEventListener(kind, ({ isTrusted }) => isTrusted && performance.mark(kind), {
        capture: true,
      });
  });
};

const heard = (page: Page): Promise<Acts> =>
  page.evaluate(() => ({
    keys: performance.getEntriesByName('keydown').length,
    taps: performance.getEntriesByName('pointerdown').length,
  }));

export const openHands = (page: Page, way: Way): Hands => ({
  way,
  act: (key, button) => (way === 'keyboard' ? page.keyboard.press(key) : button.tap()),
  press: (button) => (way === 'keyboard' ? KEYS.press(button) : button.tap()),
  count: async (steps) => {
    const before = await heard(page);
    await steps();
    const after = await heard(page);
    return { keys: after.keys - before.keys, taps: after.taps - before.taps };
  },
});
