// npm run build: the till and the dashboard, ready to be served. What runs meanwhile goes on being served.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { publish } from './publish.ts';

const root = path.resolve(import.meta.dirname, '..');
const vite = path.join(root, 'node_modules/vite/bin/vite.js');
const PAGES = { renderer: 'till', 'sync-server/dashboard': 'dashboard' } as const;

for (const [room, name] of Object.entries(PAGES)) {
  const config = path.join(root, room, 'vite.config.ts');
  const fresh = path.join(root, 'dist', `.${name}-${process.pid}`);
  const { status } = spawnSync(
    process.execPath,
    [vite, 'build', '--config', config, '--outDir', fresh, '--emptyOutDir'],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) process.exit(status ?? 1);
  publish(fresh, path.join(root, 'dist', name));
}
