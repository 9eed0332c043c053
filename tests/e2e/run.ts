// npm run e2e -- NAME…: builds the product, then runs the end-to-end files whose path contains a NAME (all without one).
// With --host (npm run e2e:host) the till is the desktop app in the test host of tests/electron-host, whose own file runs too.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { isBuilt } from '#main/is-built.ts';
import { ensureChromium } from '../browser/ensure-chromium.ts';

const root = path.resolve(import.meta.dirname, '../..');
const shell = process.platform === 'win32';

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell });
  if (status !== 0) process.exit(status ?? 1);
}

const words = process.argv.slice(2);
const isHosted = words.includes('--host');
const names = words.filter((word) => word !== '--host');
const folder = isHosted ? 'tests/(e2e|electron-host)/' : 'tests/e2e/';

/** Playwright takes a regular expression over absolute paths; only the part below the tests' folder is asked for. */
function fileFilter(name: string): string {
  const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return `${folder}.*${literal}`;
}

ensureChromium();
if (isHosted) process.env['OMNITILL_E2E_HOST'] = '1';
if (!isHosted || !isBuilt(root)) run('npm', ['run', 'build']);
run('npx', ['playwright', 'test', ...(names.length === 0 ? [folder] : names.map(fileFilter))]);
