import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { isPidTaken, pidSpace, processStart } from './running-process.ts';

/** The lock is held for as long as the process lives or until `release`. */
export type FolderLock = { readonly release: () => void };

/** Another process, or this one, has the folder open. */
export class DataFolderLockedError extends Error {
  readonly code = 'data_folder_locked';
  readonly folder: string;
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(`data_folder_locked: ${folder} is in use by process ${pid}`);
    this.folder = folder;
    this.pid = pid;
  }
}

type Owner = {
  readonly pid: number;
  readonly pidSpace: string | null;
  readonly processStart: string | null;
  /** Of this lock alone: a folder that was deleted may hold another's under the same name. */
  readonly id: string;
};

const heartbeatMs = 5_000;
/** Only where a pid cannot say whether the owner lives; see `isHeld`. */
const heartbeatLimitMs = 30_000;

/**
 * Makes this process the only user of `folder` (created if missing). A lock left behind by a process that died is
 * taken over. Throws `DataFolderLockedError` if the owner lives.
 *
 * A lock is a folder `lock.N` that appears whole by a rename. Whoever finds the newest lock free makes `lock.N+1`;
 * only one of several processes can. The newest lock is never removed, not even by its owner, so that a process
 * that judged an older one and was then late always meets a newer one.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  for (;;) {
    const newest = Math.max(0, ...generations(folder));
    const owner = newest === 0 ? undefined : holder(lockPath(folder, newest));
    if (owner !== undefined) throw new DataFolderLockedError(folder, owner.pid);

    const mine = newest + 1;
    const id = randomUUID();
    if (!claim(folder, mine, id)) continue;
    const all = generations(folder);
    if (Math.max(...all) > mine) {
      rmSync(lockPath(folder, mine), { recursive: true, force: true });
      continue;
    }
    for (const older of all.filter((generation) => generation < mine)) {
      rmSync(lockPath(folder, older), { recursive: true, force: true });
    }
    return hold(lockPath(folder, mine), id);
  }
}

function lockPath(folder: string, generation: number): string {
  return join(folder, `lock.${generation}`);
}

function generations(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => {
    const match = /^lock\.(\d+)$/.exec(name);
    return match === null ? [] : [Number(match[1])];
  });
}

/** Whether the lock is now ours; false if another process was first. */
function claim(folder: string, generation: number, id: string): boolean {
  const draft = mkdtempSync(join(folder, 'lock.draft-'));
  const owner: Owner = {
    pid: process.pid,
    pidSpace: pidSpace(),
    processStart: processStart(process.pid),
    id,
  };
  writeFileSync(join(draft, 'owner.json'), JSON.stringify(owner));
  const lock = lockPath(folder, generation);
  try {
    renameSync(draft, lock);
    return true;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(lock)) throw error;
    return false;
  }
}

function hold(lock: string, id: string): FolderLock {
  const ownerFile = join(lock, 'owner.json');
  const heartbeat = setInterval(() => {
    const now = new Date();
    try {
      if (isOwn(ownerFile, id)) utimesSync(ownerFile, now, now);
    } catch {
      // A folder that vanished or became read-only is told by the database itself.
    }
  }, heartbeatMs);
  heartbeat.unref();
  return {
    release: () => {
      clearInterval(heartbeat);
      if (isOwn(ownerFile, id)) writeFileSync(join(lock, 'released'), '');
    },
  };
}

/** Whether the lock is still there, and still the one that was made under this id. */
function isOwn(ownerFile: string, id: string): boolean {
  try {
    return (JSON.parse(readFileSync(ownerFile, 'utf8')) as Owner).id === id;
  } catch {
    return false;
  }
}

/** The live owner of a lock, if it has one. */
function holder(lock: string): Owner | undefined {
  try {
    if (existsSync(join(lock, 'released'))) return undefined;
    const ownerFile = join(lock, 'owner.json');
    const owner = JSON.parse(readFileSync(ownerFile, 'utf8')) as Owner;
    return isHeld(owner, ownerFile) ? owner : undefined;
  } catch (error) {
    // Overtaken and removed while we looked at it: the next look finds the newer one.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    // A lock appears whole, so half a file was left by a power cut.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isHeld(owner: Owner, ownerFile: string): boolean {
  const space = pidSpace();
  if (space !== null && space === owner.pidSpace) {
    return processStart(owner.pid) === owner.processStart;
  }
  if (space === null && !isPidTaken(owner.pid)) return false;
  // A process of another container or boot, or a pid that may have been given away: only the heartbeat tells.
  return Math.abs(Date.now() - statSync(ownerFile).mtimeMs) < heartbeatLimitMs;
}
