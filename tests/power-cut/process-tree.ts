import { readFileSync, readdirSync } from 'node:fs';

/** `pid` and all processes that descend from it. Linux only. */
export function processTree(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const status = processStatus(Number(name));
    if (status === undefined) continue;
    children.set(status.parent, [...(children.get(status.parent) ?? []), Number(name)]);
  }
  const tree = [pid];
  for (const ancestor of tree) tree.push(...(children.get(ancestor) ?? []));
  return tree;
}

/** Whether it runs or is stopped; not when it is dead and only waits to be collected by its parent. */
export function isRunning(pid: number): boolean {
  const state = processStatus(pid)?.state;
  return state !== undefined && state !== 'Z' && state !== 'X';
}

function processStatus(pid: number): { state: string; parent: number } | undefined {
  if (!Number.isInteger(pid)) return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may hold spaces and parentheses of its own.
    const [state = '', parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined; // It ended while we looked.
  }
}
