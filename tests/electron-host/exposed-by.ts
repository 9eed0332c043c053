import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

type Api = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
type Invoke = (channel: string, ...args: readonly unknown[]) => Promise<unknown>;

/** What a built preload exposes to its page: it has the one module that a sandboxed one may require, and nothing of Node's. */
export const exposedBy = (preload: string, invoke: Invoke): ReadonlyMap<string, Api> => {
  const exposed = new Map<string, Api>();
  const electron = {
    ipcRenderer: { invoke },
    contextBridge: { exposeInMainWorld: (key: string, api: Api) => exposed.set(key, api) },
  };
  const run = runInNewContext(`(require) => {${readFileSync(preload, 'utf8')}\n}`) as (
    require: (name: string) => unknown,
  ) => void;
  run((name) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return electron;
  });
  return exposed;
};
