// npm run e2e -- NAME…: builds the product, then runs the end-to-end files whose path contains a NAME (all without one).
// With --host (npm run e2e:host) the till is the desktop app in the test host of tests/electron-host, whose own file runs too.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isBuilt } from '#main/is-built.ts';
import { ensureChromium } from '../browser/ensure-chromium.ts';
import { makeDemo } from './make-demo.ts';
import { browserOnly, leftOut } from './not-hosted.ts';

const root = path.resolve(import.meta.dirname, '../..');
const shell = process.platform === 'win32';

// What the tests share; each works on a copy.
const folder = mkdtempSync(path.join(tmpdir(), 'omnitill-e2e-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: string[]): void {
  const env = { ...process.env, OMNITILL_E2E_FOLDER: folder };
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell, env });
  if (status !== 0) process.exit(status ?? 1);
}

const words = process.argv.slice(2);
const isHosted = words.includes('--host');
const names = words.filter((word) => word !== '--host');
const specs = isHosted ? 'tests/(e2e|electron-host)/' : 'tests/e2e/';

/** Playwright takes a regular expression over absolute paths; only the part below the tests' folder is asked for. */
function fileFilter(name: string): string {
  const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return `${specs}.*${literal}`;
}

/** What runs in the browser alone is said, not passed over. */
function tellLeftOut(): void {
  for (const [file, why] of Object.entries(leftOut))
    console.log(`not in the host: ${file}: ${why}`);
  for (const [file, why] of Object.entries(browserOnly)) console.log(`in the host, ${file} ${why}`);
}

ensureChromium();
if (isHosted) tellLeftOut();
if (isHosted) process.env['OMNITILL_E2E_HOST'] = '1';
if (!isHosted || !isBuilt(root)) run('npm', ['run', 'build']);
await makeDemo(folder);
run('npx', ['playwright', 'test', ...(names.length === 0 ? [specs] : names.map(fileFilter))]);
