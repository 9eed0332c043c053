// npm run build: the till and the dashboard, ready to be served, the server and the desktop app's own program. What runs meanwhile
// goes on being served.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { publish } from './publish.ts';

const root = path.resolve(import.meta.dirname, '..');
const vite = path.join(root, 'node_modules/vite/bin/vite.js');
/** What is built, of which configurations. */
const PARTS = {
  till: ['renderer/vite.config.ts'],
  dashboard: ['sync-server/dashboard/vite.config.ts'],
  server: ['sync-server/vite.config.ts'],
  desktop: ['main/vite.config.ts', 'main/preload/vite.config.ts'],
} as const;

for (const [name, configs] of Object.entries(PARTS)) {
  const fresh = path.join(root, 'dist', `.${name}-${process.pid}`);
  for (const config of configs) {
    const { status } = spawnSync(
      process.execPath,
      [vite, 'build', '--config', path.join(root, config), '--outDir', fresh],
      { cwd: root, stdio: 'inherit' },
    );
    if (status !== 0) process.exit(status ?? 1);
  }
  publish(fresh, path.join(root, 'dist', name));
}
