import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mendProfile } from '#main/profile/mend-profile.ts';
import { ownChromium } from '../browser/own-chromium.ts';
import { lastHeld } from './last-held.ts';
import { serveLedgerPage } from './ledger-host.ts';
import { openLedgerPage } from './ledger-till.ts';
import { createLoopDisk, loopDiskObstacle } from './loop-disk.ts';

/** Writes until the disk takes not a byte more. */
const fillUp = (file: string): void => {
  const descriptor = openSync(file, 'w');
  for (const size of [1 << 20, 4096, 1]) {
    try {
      for (;;) writeSync(descriptor, Buffer.alloc(size, 1));
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
    }
  }
  closeSync(descriptor);
};

test('J4: what is acknowledged once a full disk has room again is not lost with what it refused', async () => {
  const obstacle = loopDiskObstacle();
  if (obstacle !== undefined) return console.log(`full disk: not run: ${obstacle}`);
  const disk = createLoopDisk(400);
  const host = await serveLedgerPage();
  const profile = path.join(disk.folder, 'profile');
  mkdirSync(profile);
  let browser = await ownChromium(profile);
  try {
    const before = await openLedgerPage(browser.context, host.url, 'strict');
    await before.untilAcknowledged(5);
    fillUp(path.join(disk.folder, 'full'));
    await expect(before.failed).rejects.toBeInstanceOf(Error);
    rmSync(path.join(disk.folder, 'full'));

    // The same run of the browser, as a page that is loaded again has it.
    const after = await openLedgerPage(browser.context, host.url, 'strict');
    expect(lastHeld(await after.held)).toBeGreaterThanOrEqual(Number(before.acknowledged.at(-1)));
    await after.untilAcknowledged(60);
    await browser.kill();
    const last = Number(after.acknowledged.at(-1));

    // As the desktop app does before it opens its window.
    const [mended] = mendProfile(path.join(profile, 'Default'));
    expect(mended?.cut).toBeGreaterThan(0);
    browser = await ownChromium(profile);
    const next = await openLedgerPage(browser.context, host.url, 'strict');
    expect(lastHeld(await next.held)).toBeGreaterThanOrEqual(last);
  } finally {
    await browser.kill();
    await host.close();
    disk.remove();
  }
});
