import { stripVTControlCharacters } from 'node:util';

/** `failures` = what failed and why, a line each. */
export type Count = { passed: number; failed: number; skipped: number; failures: string[] };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] | null }[];
  }[];
};

type PlaywrightSuite = {
  specs: {
    file: string;
    title: string;
    ok: boolean;
    tests: { results: { error?: { message?: string } }[] }[];
  }[];
  suites?: PlaywrightSuite[];
};

type PlaywrightReport = {
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
};

/** Colours are for a terminal, and the first line says what; the run's own output has the rest. */
const firstLine = (message = ''): string =>
  stripVTControlCharacters(message).split('\n', 1)[0] ?? '';

/** Counts a report of vitest's json reporter. A file that cannot be loaded has no tests and counts as one failure. */
export function countVitest(json: string): Count {
  const report = JSON.parse(json) as VitestReport;
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => `${name} › ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests,
    failures: [...unloaded.map(({ name, message }) => `${name}: ${firstLine(message)}`), ...failed],
  };
}

const failedSpecs = ({ specs, suites = [] }: PlaywrightSuite): string[] => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap(({ error }) => error ?? []));
      return `${file} › ${title}: ${firstLine(errors[0]?.message)}`;
    }),
  ...suites.flatMap(failedSpecs),
];

/** Counts a report of Playwright's json reporter. An error outside any test counts as one failure. */
export function countPlaywright(json: string): Count {
  const { stats, errors, suites } = JSON.parse(json) as PlaywrightReport;
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    failures: [...errors.map(({ message }) => firstLine(message)), ...suites.flatMap(failedSpecs)],
  };
}
