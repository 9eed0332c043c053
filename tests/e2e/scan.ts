import type { Page } from '@playwright/test';

/** As a scanner types: all keys at once and Enter, however busy this machine is. */
export const scan = (page: Page, code: string): Promise<void> =>
  page.evaluate((text) => {
    const press = (key: string, name: string): void => {
      const target = document.activeElement ?? document.body;
      const shiftKey = /^[A-Z]$/.test(key);
      const init = { key, code: name, shiftKey, bubbles: true, cancelable: true };
      target.dispatchEvent(new KeyboardEvent('keydown', init));
      target.dispatchEvent(new KeyboardEvent('keyup', init));
    };
    for (const sign of text) {
      if (/^\d$/.test(sign)) press(sign, `Digit${sign}`);
      else press(sign, `Key${sign.toUpperCase()}`);
    }
    press('Enter', 'Enter');
  }, code);
