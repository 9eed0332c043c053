import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openJobFiles } from './job-files.ts';

test('papers that wait lie in a folder that the till’s own user alone may read', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'omnitill-spool-'));
  const spool = path.join(folder, 'devices/spool');
  await openJobFiles(spool);
  expect(((await stat(spool)).mode & 0o777).toString(8)).toBe('700');
  await rm(folder, { recursive: true, force: true });
});
