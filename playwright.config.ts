import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './tests/browser/ensure-chromium.ts';
import { leftOut } from './tests/e2e/not-hosted.ts';

const isHosted = process.env['OMNITILL_E2E_HOST'] === '1';
const executablePath = findChromium();

export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'electron-host/**/*.spec.ts'],
  testIgnore: isHosted ? Object.keys(leftOut).map((name) => `e2e/${name}`) : [],
  outputDir: 'test-results',
  // Each has a product and browsers of its own, and waits for them most of the time.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // npm test reads the report that Playwright writes to this file.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : 'list',
  use: {
    browserName: 'chromium',
    launchOptions: {
      args: chromiumArguments,
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
});
