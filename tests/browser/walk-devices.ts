import type { Page } from '@playwright/test';
import type { VirtualPrinter } from '#main/devices/virtual-printer.fixture.ts';
import { scan } from '../e2e/scan.ts';
import type { Hand } from './hand.ts';

type Shoot = (name: string) => Promise<void>;

/** A printer that is set up and tried out, and a receipt that waits because its paper is out. Ends with a good printer. */
export const walkDevices = async (
  page: Page,
  printer: VirtualPrinter,
  sell: () => Promise<void>,
  shoot: Shoot,
  hand: Hand,
): Promise<void> => {
  const open = async (): Promise<void> => {
    await hand.press(page.locator('nav button:has(.tabler-icon-dots)'));
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await shoot('settings');
    await hand.press(dialog.locator('button:has(.tabler-icon-printer)'));
    await dialog.waitFor({ state: 'detached' });
    await page.locator('main section').first().waitFor();
  };
  const state = page.locator('aside [aria-live]').locator('> *').first();
  await open();
  const isNew = (await page.locator('main li').count()) === 0;
  if (isNew) {
    await shoot('devices-none');
    await hand.press(page.locator('main button:has(.tabler-icon-plus)'));
    await hand.write(page.getByPlaceholder('192.168.1.50'), '127.0.0.1');
    await hand.write(page.locator('aside input[inputmode=numeric]').first(), String(printer.port));
  }
  await hand.press(page.locator('aside button').nth(1));
  await state.waitFor();
  await page.keyboard.press('F8');
  await page.locator('main li').first().waitFor();
  await shoot('devices');
  await hand.press(page.locator('main button:has(.tabler-icon-scan)'));
  await page.getByRole('dialog').waitFor();
  await scan(page, '4006381333931');
  await shoot('scanner');
  await page.keyboard.press('Escape');
  printer.behave({ paper: 0x12 | 0x60 });
  await page.keyboard.press('Control+1');
  await sell();
  await open();
  await page.locator('main section').last().locator('li').first().waitFor();
  await hand.press(page.locator('aside button').first());
  await state.waitFor();
  await shoot('devices-waiting');
  printer.behave({});
  await page.locator('main section').last().locator('li').first().waitFor({ state: 'detached' });
  await page.keyboard.press('Control+1');
};
