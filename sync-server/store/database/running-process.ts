import { readFileSync, readlinkSync } from 'node:fs';

/** Which processes a pid can name: this boot of this machine, in this container. */
export function pidSpace(): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null; // Only Linux says it.
  }
}

/**
 * When process `pid` was started, in clock ticks since boot: with `pidSpace` it tells a process from a later one that
 * was given the same pid. Null if it does not run, or where there is no /proc.
 */
export function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may itself contain spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    const isDead = state === 'Z' || state === 'X'; // killed, but not yet collected by its parent
    return isDead ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/** Whether `pid` is taken, be it by the process that is meant or by a later one. */
export function isPidTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
