import { openDatabase } from '#server/store/database/open-database.ts';
import {
  startCommitProgram,
  type CommitProgram,
} from '#server/store/database/start-commit-program.fixture.ts';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let dataFolder: string;
let programs: CommitProgram[];

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'omnitill-test-'));
  programs = [];
});

afterEach(async () => {
  for (const program of programs) program.process.kill('SIGKILL');
  await Promise.all(programs.map((program) => program.acknowledged()));
  rmSync(dataFolder, { recursive: true });
});

async function start(env: NodeJS.ProcessEnv = {}): Promise<CommitProgram> {
  const program = await startCommitProgram(dataFolder, env);
  programs.push(program);
  return program;
}

test('PGlite killed while it commits has lost nothing that it acknowledged', async () => {
  const acknowledged: number[] = [];
  for (const commits of [1, 15, 40]) {
    const program = await start();
    expect([...(await program.held)]).toEqual(expect.arrayContaining(acknowledged));
    await program.untilAcknowledged(commits);
    program.process.kill('SIGKILL');
    acknowledged.push(...(await program.acknowledged()));
  }
  expect([...(await (await start()).held)]).toEqual(expect.arrayContaining(acknowledged));
});

test('PGlite on a disk that cannot sync ends its process rather than acknowledge', async () => {
  const diskFails = join(dataFolder, 'disk-fails');
  const failFsync = join(dataFolder, 'fail-fsync.cjs');
  writeFileSync(failFsync, failFsyncSource(diskFails));
  const program = await start({ NODE_OPTIONS: `--require ${failFsync}` });
  await program.untilAcknowledged(5);
  writeFileSync(diskFails, '');
  expect(await program.complaint()).toContain('could not fsync');
  expect(program.process.exitCode).not.toBe(0);
  expect([...(await (await start()).held)]).toEqual(
    expect.arrayContaining([...(await program.acknowledged())]),
  );
});

test('PGlite opens after a first start that was interrupted, and with the pid file of a crash', async () => {
  mkdirSync(join(dataFolder, 'pglite.new'));
  writeFileSync(join(dataFolder, 'pglite.new', 'PG_VERSION'), '18');
  await openAndClose();
  writeFileSync(join(dataFolder, 'pglite', 'postmaster.pid'), '');
  await openAndClose();
  expect(readdirSync(dataFolder).toSorted()).toEqual(['lock.2', 'pglite']);
});

async function openAndClose(): Promise<void> {
  const database = await openDatabase({ dataFolder });
  await database.close();
}

/** For Node's --require, in every thread: fsync fails once `file` exists. */
function failFsyncSource(file: string): string {
  return `
    const fs = require('node:fs');
    const { fsyncSync } = fs;
    fs.fsyncSync = (descriptor) => {
      if (fs.existsSync(${JSON.stringify(file)})) throw Object.assign(new Error(), { code: 'EIO' });
      fsyncSync(descriptor);
    };
    require('node:module').syncBuiltinESMExports();`;
}
