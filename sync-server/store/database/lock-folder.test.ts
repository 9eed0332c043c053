import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lockFolder, type FolderLock } from './lock-folder.ts';
import { pidSpace, processStart } from './running-process.ts';

vi.setConfig({ testTimeout: 30_000 });

let folder: string;
let locks: FolderLock[];
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'omnitill-test-'));
  locks = [];
  children = [];
});

afterEach(async () => {
  await Promise.all(children.map(kill));
  for (const lock of locks) lock.release();
  rmSync(folder, { recursive: true, force: true });
});

function lock(): void {
  locks.push(lockFolder(folder));
}

function expectLockedBy(pid: number | undefined): void {
  expect(lock).toThrow(expect.objectContaining({ code: 'data_folder_locked', pid, folder }));
}

test('a second lock in the same process is refused, and given after the release of the first', () => {
  lock();
  expectLockedBy(process.pid);
  locks.pop()?.release();
  expect(lock).not.toThrow();
});

test('a lock whose folder was deleted is released without a word, and not in the name of another', () => {
  const first = lockFolder(folder);
  rmSync(folder, { recursive: true });
  expect(first.release).not.toThrow();
  const second = lockFolder(folder);
  rmSync(folder, { recursive: true });
  lock();
  second.release();
  expectLockedBy(process.pid);
});

test('another process is refused and told who holds the lock', async () => {
  lock();
  const other = await startOther();
  expect(await other.tryLock()).toBe(`data_folder_locked ${process.pid}`);
});

test('the lock of a process that was killed is taken over', async () => {
  const other = await startOther();
  expect(await other.tryLock()).toBe('held');
  expectLockedBy(other.process.pid);
  await kill(other.process);
  expect(lock).not.toThrow();
});

test('of several processes that find the lock of a dead one at the same time, one gets it', async () => {
  leaveDeadLock({ pid: process.pid, pidSpace: pidSpace(), processStart: 'another life' });
  const others = await Promise.all(Array.from({ length: 4 }, startOther));
  const answers = await Promise.all(others.map((other) => other.tryLock()));
  const winner = others[answers.indexOf('held')]?.process.pid;
  expect(answers.filter((answer) => answer !== 'held')).toEqual(
    Array.from({ length: 3 }, () => `data_folder_locked ${winner}`),
  );
});

test('half a lock, left by a power cut, is taken over', () => {
  leaveLock('');
  expect(lock).not.toThrow();
});

test('a pid that was given to another program is not mistaken for the owner', () => {
  leaveDeadLock({ pid: process.ppid, pidSpace: pidSpace(), processStart: 'another life' });
  expect(lock).not.toThrow();
});

describe('an owner that cannot be looked up, in another container for example', () => {
  const owner = { pid: 1, pidSpace: 'elsewhere', processStart: processStart(1) };

  test('holds its lock while its heart beats', () => {
    leaveLock(owner);
    expect(lock).toThrow('data_folder_locked');
  });

  test('has lost it when its heart stopped', () => {
    leaveDeadLock(owner);
    expect(lock).not.toThrow();
  });
});

/** A lock as a process that is gone left it; returns the owner's file. */
function leaveLock(owner: object | string): string {
  mkdirSync(join(folder, 'lock.1'));
  const ownerFile = join(folder, 'lock.1', 'owner.json');
  writeFileSync(ownerFile, typeof owner === 'string' ? owner : JSON.stringify(owner));
  return ownerFile;
}

/** One whose owner's heart stopped a minute ago. */
function leaveDeadLock(owner: object): void {
  const minuteAgo = new Date(Date.now() - 60_000);
  utimesSync(leaveLock(owner), minuteAgo, minuteAgo);
}

type Other = { readonly process: ChildProcess; readonly tryLock: () => Promise<string> };

async function startOther(): Promise<Other> {
  const program = fileURLToPath(new URL('./hold-lock.fixture.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), program, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface(child.stdout);
  await once(lines, 'line');
  return {
    process: child,
    tryLock: async () => {
      const answer = once(lines, 'line');
      child.stdin.write('now\n');
      const [line] = (await answer) as [string];
      return line;
    },
  };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
