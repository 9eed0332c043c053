import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findOpenTill } from './find-open-till.ts';
import { createWebHost } from './web-host/create-web-host.ts';

test('a till that is open at the port already is found, with its server', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'omnitill-open-'));
  writeFileSync(path.join(folder, 'index.html'), '<head></head>');
  const parts = { port: 0, folder, services: {} };
  const till = await createWebHost({ ...parts, serverUrl: 'http://localhost:4600' });
  const port = Number(new URL(till.url).port);
  expect(await findOpenTill(port)).toBe('http://localhost:4600');
  await till.close();
  expect(await findOpenTill(port)).toBeNull();
  rmSync(folder, { recursive: true, force: true });
});

test('another program at the port is no till, nor is a port that is not chosen yet', async () => {
  const other = createServer((_request, answer) => answer.end('<html>'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const place = other.address();
  expect(await findOpenTill(typeof place === 'object' ? (place?.port ?? 0) : 0)).toBeNull();
  other.close();
  expect(await findOpenTill(0)).toBeNull();
});
