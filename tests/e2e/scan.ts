import type { Page } from '@playwright/test';

/**
 * As a scanner types: all keys at once and Enter, however busy this machine is. `screen`: Ctrl and this digit in the same
 * breath before it.
 */
export const scan = (page: Page, code: string, screen: string | null = null): Promise<void> =>
  // No function within: whoever runs this file may have given functions names that the page does not know of.
  page.evaluate(
    ([text, digit]) => {
      if (digit !== null)
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: digit,
            code: `Digit${digit}`,
            ctrlKey: true,
            bubbles: true,
            cancelable: true,
          }),
        );
      for (const sign of `${text}\n`) {
        const target = document.activeElement ?? document.body;
        const key = sign === '\n' ? 'Enter' : sign;
        const printed =
          key === '-' ? 'Minus' : /^\d$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`;
        const init = {
          key,
          code: sign === '\n' ? key : printed,
          shiftKey: /^[A-Z]$/.test(key),
          bubbles: true,
          cancelable: true,
        };
        target.dispatchEvent(new KeyboardEvent('keydown', init));
        target.dispatchEvent(new KeyboardEvent('keyup', init));
      }
    },
    [code, screen] as const,
  );
