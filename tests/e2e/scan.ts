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
      // A keyboard says when its keys were pressed: a machine that is busy meanwhile makes no pause of it.
      const start = performance.now();
      for (const [place, sign] of Array.from(`${text}\n`).entries()) {
        const target = document.activeElement ?? document.body;
        const key = sign === '\n' ? 'Enter' : sign;
        const printed =
          { '-': 'Minus', ':': 'Semicolon', '/': 'Slash', '.': 'Period' }[key] ??
          (/^\d$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`);
        const init = {
          key,
          code: sign === '\n' ? key : printed,
          shiftKey: /^[A-Z:]$/.test(key),
          bubbles: true,
          cancelable: true,
        };
        const down = new KeyboardEvent('keydown', init);
        Object.defineProperty(down, 'timeStamp', { value: start + place });
        target.dispatchEvent(down);
        target.dispatchEvent(new KeyboardEvent('keyup', init));
      }
    },
    [code, screen] as const,
  );
