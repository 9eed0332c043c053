// npm run e2e -- NAME…: builds the product, then runs the end-to-end files whose path contains a NAME (all without one).
import { spawnSync } from 'node:child_process';
import { ensureChromium } from '../browser/ensure-chromium.ts';

const shell = process.platform === 'win32';

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell });
  if (status !== 0) process.exit(status ?? 1);
}

/** Playwright takes a regular expression over absolute paths; only the part below tests/e2e is asked for. */
function fileFilter(name: string): string {
  const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return `tests/e2e/.*${literal}`;
}

ensureChromium();
run('npm', ['run', 'build']);
run('npx', ['playwright', 'test', ...process.argv.slice(2).map(fileFilter)]);
