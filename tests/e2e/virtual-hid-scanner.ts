import type { BrowserContext, Page } from '@playwright/test';
import { reportsOf } from '#renderer/ui/scanner/hid-reports.fixture.ts';

declare global {
  /** Sends an input report of the scanner that `plugInHidScanner` puts into a page. */
  var sendHidReport: ((bytes: readonly number[]) => void) | undefined;
}

/** In a page: the browser's HID with one scanner, which the page may have once it was chosen. No browser takes one from a test. */
const plugIn = (): void => {
  const isChosen = (): boolean => localStorage.getItem('virtual-hid') !== null;
  const device = {
    vendorId: 0x0c2e,
    productId: 0x0b61,
    productName: 'Voyager 1470g',
    collections: [{ usagePage: 0x8c, usage: 0x02 }],
    opened: false,
    isTold: false,
    oninputreport: null as ((event: unknown) => void) | null,
    open: async () => void (device.opened = true),
    sendFeatureReport: async (report: number, data: Uint8Array) => {
      device.isTold = report === 254 && data[0] === 1;
    },
  };
  const hid = Object.assign(new EventTarget(), {
    getDevices: async () => (isChosen() ? [device] : []),
    requestDevice: async () => {
      localStorage.setItem('virtual-hid', 'chosen');
      return [device];
    },
  });
  Object.defineProperty(navigator, 'hid', { value: hid });
  globalThis.sendHidReport = (bytes) => {
    if (!device.opened || !device.isTold) return;
    const data = new DataView(Uint8Array.from(bytes).buffer);
    device.oninputreport?.({ reportId: 2, data });
  };
};

export const plugInHidScanner = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(plugIn);

export const scanByHid = async (page: Page, code: string): Promise<void> => {
  for (const report of reportsOf(code))
    await page.evaluate((bytes) => globalThis.sendHidReport?.(bytes), [...report]);
};
