// npm run build: the till and the dashboard, ready to be served.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const vite = path.join(root, 'node_modules/vite/bin/vite.js');

for (const room of ['renderer', 'sync-server/dashboard']) {
  const config = path.join(root, room, 'vite.config.ts');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--config', config], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
