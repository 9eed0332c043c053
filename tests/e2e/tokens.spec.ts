import path from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { readTokenVectors } from '../fixtures/read-token-vectors.ts';

const buildPage = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      minify: false,
      lib: {
        entry: path.join(import.meta.dirname, '../browser/token-vectors-page.ts'),
        formats: ['iife'],
        name: 'tokenVectors',
      },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('the page was not built');
  return output.output[0].code;
};

test('T1: a browser makes and reads the fixed vectors of tokens', async ({ page }) => {
  const script = await buildPage();
  // A secure context, as the till's own page is: elsewhere there is no cryptography.
  await page.route('http://localhost/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Tokens</title>' }),
  );
  await page.goto('http://localhost/');
  const vectors = JSON.stringify(await readTokenVectors());
  const failed: unknown = await page.evaluate(`${script}; tokenVectors.failed(${vectors})`);
  expect(failed).toEqual([]);
});
