import type { Page } from '@playwright/test';

/** Presses Enter in the very moment in which a dialog with such a title is in the page, before anything else runs. */
export const pressWhenDrawn = (page: Page, title: RegExp): Promise<void> =>
  page.evaluate((source) => {
    const observer = new MutationObserver(() => {
      const dialog = [...document.querySelectorAll('[role=dialog]')].find((one) =>
        new RegExp(source).test(one.querySelector('h2')?.textContent ?? ''),
      );
      if (!dialog) return;
      observer.disconnect();
      const target = document.activeElement ?? document.body;
      const init = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true };
      target.dispatchEvent(new KeyboardEvent('keydown', init));
      target.dispatchEvent(new KeyboardEvent('keyup', init));
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  }, title.source);
