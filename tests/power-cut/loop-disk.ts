import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isRunning, processTree } from './process-tree.ts';

/**
 * A disk that can lose its power: an ext4 file system in an image file. What a program wrote but did not sync is only
 * in this machine's memory and not in the image, as it would not yet be on a disk.
 */
export type LoopDisk = {
  /** Where its files are, before and after a cut. */
  readonly folder: string;
  /**
   * Cuts the power under a program and switches it on again: the process and its descendants are stopped so that they
   * write nothing more, the image is copied as it is at that moment, they are killed, and the copy is mounted in its
   * place. Returns once they are dead and the disk can be used again.
   */
  readonly cutPower: (pid: number) => Promise<void>;
  /** Unmounts and deletes it. Programs that use it must have ended. */
  readonly remove: () => void;
};

/** Why this machine cannot mount a disk image; undefined where it can. */
export function loopDiskObstacle(): string | undefined {
  if (process.platform !== 'linux') return `no loop devices on ${process.platform}`;
  if (process.getuid?.() !== 0) return 'mounting a disk image needs root';
  try {
    createLoopDisk(16).remove();
    return undefined;
  } catch (error) {
    return `a disk image cannot be mounted: ${String(error)}`;
  }
}

/** An empty disk of `megabytes`; its image takes only what is written. */
export function createLoopDisk(megabytes: number): LoopDisk {
  const workFolder = mkdtempSync(join(tmpdir(), 'omnitill-power-cut-'));
  const folder = join(workFolder, 'disk');
  let image = join(workFolder, 'image-0');
  let cuts = 0;
  let isMounted = false;

  const mount = (): void => {
    // A long commit interval: ext4 itself writes nothing out between two syncs while a trial runs.
    run('mount', '-t', 'ext4', '-o', 'loop,commit=300', image, folder);
    isMounted = true;
  };
  const unmount = (): void => {
    if (!isMounted) return;
    try {
      run('umount', folder);
    } catch {
      run('umount', '--lazy', folder); // Still in use: it goes when its last user does.
    }
    isMounted = false;
  };
  const remove = (): void => {
    process.off('exit', remove);
    unmount();
    rmSync(workFolder, { recursive: true, force: true });
  };

  process.on('exit', remove);
  try {
    mkdirSync(folder);
    run('truncate', `--size=${megabytes}M`, image);
    run('mkfs.ext4', '-q', '-F', image);
    mount();
  } catch (error) {
    remove();
    throw error;
  }

  return {
    folder,
    cutPower: async (pid) => {
      const tree = stopTree(pid);
      const copy = join(workFolder, `image-${(cuts += 1)}`);
      run('cp', '--sparse=always', image, copy);
      for (const member of tree) signal(member, 'SIGKILL');
      while (tree.some(isRunning)) await setTimeout(5);
      unmount();
      rmSync(image);
      image = copy;
      mount();
    },
    remove,
  };
}

/** Stops a process and its descendants, those included that it starts meanwhile. */
function stopTree(pid: number): number[] {
  for (let stopped: number[] = []; ;) {
    const tree = processTree(pid);
    if (tree.length === stopped.length) return tree;
    for (const member of tree) signal(member, 'SIGSTOP');
    stopped = tree;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already.
  }
}

function run(command: string, ...parameters: string[]): void {
  execFileSync(command, parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
}
