import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readWorker } from './read-worker.ts';

test('a page for another server is another version, and the same at each start for one', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'omnitill-worker-'));
  writeFileSync(
    path.join(folder, 'service-worker.js'),
    '{url:"index.html",revision:"1 omnitill-server"}',
  );
  const [one, again, other] = await Promise.all(
    ['https://one.example', 'https://one.example', 'https://other.example'].map((serverUrl) =>
      readWorker(folder, serverUrl),
    ),
  );
  rmSync(folder, { recursive: true, force: true });
  expect(one).toMatch(/^\{url:"index\.html",revision:"1 [0-9a-f]{64}"\}$/);
  expect(again).toBe(one);
  expect(other).not.toBe(one);
});
