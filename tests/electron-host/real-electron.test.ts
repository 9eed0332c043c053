import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { expect, test } from 'vitest';
import { findElectron } from '#main/find-electron.ts';

const root = path.resolve(import.meta.dirname, '../..');
const electron = findElectron(process.env);
if (electron === null) console.log('The real app: not run, no Electron binary.');

test.runIf(electron !== null)('the real app opens the till at its own address', async () => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'omnitill-electron-'));
  const app = await _electron.launch({
    executablePath: String(electron),
    args: [root],
    env: {
      ...(process.env as Record<string, string>),
      OMNITILL_SERVER_URL: 'http://localhost:1',
      OMNITILL_DESKTOP_DATA: dataFolder,
    },
  });
  try {
    const page = await app.firstWindow();
    await page.getByRole('heading').first().waitFor();
    const found = await page.evaluate(() => ({
      origin: location.origin,
      isSecure: isSecureContext,
      hasBridge: 'omnitill' in window,
      hasNode: 'require' in window || 'process' in window,
    }));
    expect(found).toEqual({
      origin: 'app://till',
      isSecure: true,
      hasBridge: true,
      hasNode: false,
    });
  } finally {
    await app.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
});
