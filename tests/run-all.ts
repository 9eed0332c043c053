// npm test: every check and every test that can run on this machine, group after group.
// The last line is `N passed, N failed`; a check counts as one, a test runner by its tests.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { countPlaywright, countVitest, type Count } from './count-results.ts';

type Step = { name: string; command: string[]; count?: (report: string) => Count };

const folder = mkdtempSync(path.join(tmpdir(), 'omnitill-test-'));
const reportOf = (name: string): string => path.join(folder, `${name}.json`);

const npmRun = (script: string): string[] => ['npm', 'run', '--silent', script];

function check(name: string, script: string): Step {
  return { name, command: npmRun(script) };
}

function vitest(project: string): Step {
  const reporters = [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportOf(project)}`,
  ];
  return {
    name: project,
    command: ['npx', 'vitest', 'run', '--project', project, ...reporters],
    count: countVitest,
  };
}

/** Those of a group run together: none of them is busy all the time. */
const groups: Step[][] = [
  [
    check('types', 'types'),
    check('lint', 'lint'),
    check('format', 'format:check'),
    check('knip', 'knip'),
  ],
  [vitest('unit')],
  [vitest('contract')],
  // One computes, the other waits for disks.
  [vitest('simulation'), vitest('power-cut')],
  [{ ...check('e2e', 'e2e'), count: countPlaywright }],
  // They take what the step before has built.
  [
    vitest('packaging'),
    vitest('electron'),
    // A chosen part, as the whole takes as long again: npm run e2e:host runs it.
    {
      name: 'e2e-host',
      command: [...npmRun('e2e:host'), '--', 'shell', 'serial.spec', 'update.spec'],
      count: countPlaywright,
    },
  ],
];

function readReport(name: string): string | undefined {
  try {
    return readFileSync(reportOf(name), 'utf8');
  } catch {
    return undefined;
  }
}

/** Its exit code. What runs beside others is shown when it has ended, so that their lines do not mix. */
async function run({ name, command }: Step, isAlone: boolean): Promise<number | null> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf(name) },
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece: Buffer) => printed.push(piece));
  if (isAlone) console.log(`\n── ${name}`);
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  if (!isAlone) console.log(`\n── ${name}\n${Buffer.concat(printed).toString()}`);
  return code;
}

/** A runner that stops before its report is written, or fails without a failed test, is itself one failure. */
async function runStep(step: Step, isAlone: boolean): Promise<Count> {
  const succeeded = (await run(step, isAlone)) === 0;
  if (step.count === undefined)
    return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0, failures: [] };

  const report = readReport(step.name);
  const counted =
    report === undefined ? { passed: 0, failed: 0, skipped: 0, failures: [] } : step.count(report);
  const failed = succeeded ? counted.failed : Math.max(counted.failed, 1);
  return { ...counted, failed };
}

type Result = Count & { name: string; seconds: number };

async function timed(step: Step, isAlone: boolean): Promise<Result> {
  const start = performance.now();
  const count = await runStep(step, isAlone);
  return { name: step.name, seconds: Math.round((performance.now() - start) / 1000), ...count };
}

const results: Result[] = [];
for (const group of groups)
  results.push(...(await Promise.all(group.map((step) => timed(step, group.length === 1)))));
rmSync(folder, { recursive: true });

// Last, as whoever looks after it may be shown the end only.
console.log('');
for (const { name, failures } of results) {
  for (const failure of failures) console.log(`${name} failed: ${failure}`);
}
for (const { name, passed, failed, skipped, seconds } of results) {
  const notRun = skipped > 0 ? `, ${skipped} not run` : '';
  console.log(`${name}: ${passed} passed, ${failed} failed${notRun} in ${seconds} s`);
}
const sum = (key: 'passed' | 'failed'): number =>
  results.reduce((total, result) => total + result[key], 0);
process.exitCode = sum('failed') > 0 ? 1 : 0;
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
