// npm run dev: server, till and dashboard, each reloading when its sources change.
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { readSettings } from './settings.ts';
import { tillOrigins } from './start-server.ts';

const root = path.resolve(import.meta.dirname, '..');
const { host, serverPort, tillPort } = readSettings(process.env);
const serverUrl = `http://${host}:${serverPort}`;
/** A till's page is this machine's alone. */
const LOOPBACK = '127.0.0.1';
const vite = path.join(root, 'node_modules/vite/bin/vite.js');
const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');

const run = (...command: string[]): ChildProcess =>
  spawn(process.execPath, command, {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      OMNITILL_SERVER_URL: serverUrl,
      OMNITILL_TILL_ORIGINS: tillOrigins(process.env, tillPort),
    },
  });

const pages = (config: string, at: string, port: number): ChildProcess =>
  run(vite, '--config', config, '--host', at, '--port', String(port), '--strictPort');

const running = [
  run(tsx, 'watch', 'sync-server/cli/serve.ts'),
  pages('renderer/vite.config.ts', LOOPBACK, tillPort),
  pages('sync-server/dashboard/vite.config.ts', host, tillPort + 1),
];
console.log(`till http://${LOOPBACK}:${tillPort} · head office http://${host}:${tillPort + 1}`);

const stop = (): void => {
  for (const child of running) child.kill('SIGTERM');
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
