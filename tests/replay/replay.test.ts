import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadInvoices } from './load-invoices.ts';
import type { Options } from './options.ts';
import { productsOf } from './rules/products-of.ts';
import { startOwnServer } from './run/own-server.ts';
import { prepareShop } from './run/prepare-shop.ts';
import { runReplay } from './run-replay.ts';

/** Some sixty real invoices: the first ones, and of each odd kind one. */
const FILE = new URL('first-invoices.csv', import.meta.url).pathname;
const LAST_LINE = 'replay: rows=544 operations=59 refused=1 difference=0';

/** Servers start, die and start again; there is no hurry. */
const TIMEOUT = 300_000;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'omnitill-replay-test-'));
});

afterAll(() => rm(folder, { recursive: true }));

const replay = async (given: Partial<Options>) => {
  const options = { file: FILE, tills: 3, kills: 0, server: null, data: null, seed: 1, ...given };
  const lines: string[] = [];
  const isReconciled = await runReplay(options, (line) => lines.push(line));
  return { isReconciled, lines, report: lines.slice(lines.indexOf('rows in operations, by kind')) };
};

test(
  'T6 it reconciles with the server killed on the way, and run again adds nothing',
  async () => {
    const options = { data: path.join(folder, 'own'), kills: 1 };
    const first = await replay(options);
    expect(first.lines).toContainEqual(
      expect.stringMatching(/^added 59 operations .* server killed 1 times/),
    );
    expect(first.isReconciled).toBe(true);
    expect(first.report.at(-1)).toBe(LAST_LINE);

    const second = await replay(options);
    expect(second.lines).toContainEqual(
      expect.stringMatching(/^added 0 operations .* server killed 0 times/),
    );
    expect(second.isReconciled).toBe(true);
    expect(second.report).toEqual(first.report);
  },
  TIMEOUT,
);

test(
  'it feeds a server that runs already',
  async () => {
    const dataFolder = path.join(folder, 'running');
    const administrator = { email: 'owner@shop.example', password: 'a long password' };
    const rows = (await loadInvoices(FILE))?.rows ?? [];
    await prepareShop(dataFolder, productsOf(rows), administrator);
    const server = await startOwnServer(dataFolder);
    try {
      const { isReconciled, report } = await replay({ server: { url: server.url, administrator } });
      expect(isReconciled).toBe(true);
      expect(report.at(-1)).toBe(LAST_LINE);
    } finally {
      await server.stop();
    }
  },
  TIMEOUT,
);

describe('it says so and does nothing when', () => {
  test('the folder holds another replay', async () => {
    const { isReconciled, lines } = await replay({ data: path.join(folder, 'own'), seed: 2 });
    expect(isReconciled).toBe(false);
    expect(lines).toEqual([expect.stringContaining('holds another replay')]);
  });

  test('the file is another one', async () => {
    const { isReconciled, lines } = await replay({ file: new URL(import.meta.url).pathname });
    expect(isReconciled).toBe(false);
    expect(lines).toEqual([expect.stringContaining('the header is not')]);
  });
});
