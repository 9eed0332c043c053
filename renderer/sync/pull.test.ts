import { beforeEach, describe, expect, test } from 'vitest';
import { fail, ok } from '#shared/kernel/result.ts';
import type { PullReply, PullRequest, StreamPage } from '#shared/protocol/pull.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import { createMemoryStateStore } from '../store/memory-state-store.ts';
import type { PageSink } from '../store/state-store.ts';
import { checkPulled, pullAll, type PullParts } from './pull.ts';
import type { Transport } from './transport.ts';

const APPLIED = { journal: 7 };

/** A server with so many products, two on a page. */
const serving =
  (products: number, epoch: string, requests: PullRequest[]): Transport['pull'] =>
  async (request) => {
    requests.push(request);
    const after = request.checkpoints['products'] ?? 0;
    const changes = Array.from({ length: Math.min(2, products - after) }, (_, index) => {
      const sku = `P${after + index + 1}`;
      return { id: sku, document: { sku } };
    });
    const checkpoint = after + changes.length;
    const complete = checkpoint === products;
    const pages: StreamPage[] = [{ stream: 'products', checkpoint, complete, changes }];
    const reply: PullReply = { epoch, time: '', appliedThrough: APPLIED, pages };
    return ok(reply);
  };

const never = async () => fail({ type: 'no_network' as const });

let requests: PullRequest[];
let written: string[];
let catalog: PageSink;
let parts: PullParts;

const pullFrom = (pull: Transport['pull']): PullParts => ({
  ...parts,
  transport: { push: never, newJournal: never, pull },
});

beforeEach(() => {
  requests = [];
  written = [];
  const store = createMemoryStateStore();
  catalog = {
    ...store,
    applyPage: async (page, position) => {
      await store.applyPage(page, position);
      written.push(...page.changes.map(({ id }) => id));
    },
  };
  const transport = { push: never, newJournal: never, pull: never };
  parts = { ledger: createMemoryLedger(), state: createMemoryStateStore(), catalog, transport };
});

describe('pulling everything', () => {
  test('every page is written once, in order', async () => {
    expect(await pullAll(pullFrom(serving(5, 'a', requests)))).toEqual(ok(null));
    expect(written).toEqual(['P1', 'P2', 'P3', 'P4', 'P5']);
    expect(requests.map(({ checkpoints }) => checkpoints['products'] ?? 0)).toEqual([0, 0, 2, 4]);
  });

  test('S2: only a stream read to its end contains what was applied before', async () => {
    const positions: unknown[] = [];
    const { applyPage } = catalog;
    const told: PageSink = {
      ...catalog,
      applyPage: (page, position) => {
        positions.push(position);
        return applyPage(page, position);
      },
    };
    await pullAll({ ...pullFrom(serving(3, 'a', requests)), catalog: told });
    expect(positions).toEqual([
      { checkpoint: 2, appliedThrough: {} },
      { checkpoint: 3, appliedThrough: APPLIED },
    ]);
  });

  test('the next page is asked for while one is being written', async () => {
    const slow: PageSink = {
      ...catalog,
      applyPage: async (page, position) => {
        const asked = () => requests.at(-1)?.checkpoints['products'];
        await expect.poll(asked).toBe(page.complete ? 4 : page.checkpoint);
        await catalog.applyPage(page, position);
      },
    };
    await pullAll({ ...pullFrom(serving(5, 'a', requests)), catalog: slow });
    expect(written).toHaveLength(5);
  });

  test('a page that could not be written is pulled again', async () => {
    const { applyPage } = catalog;
    let full = true;
    const failing: PageSink = {
      ...catalog,
      applyPage: async (page, position) => {
        if (full && page.checkpoint === 4) throw new Error('the disk is full');
        await applyPage(page, position);
      },
    };
    const again = { ...pullFrom(serving(5, 'a', requests)), catalog: failing };
    await expect(pullAll(again)).rejects.toThrow('the disk is full');
    full = false;
    expect(await pullAll(again)).toEqual(ok(null));
    expect(written).toEqual(['P1', 'P2', 'P3', 'P4', 'P5']);
  });

  test('P6: what came down in another epoch is forgotten, and all is pulled anew', async () => {
    await pullAll(pullFrom(serving(3, 'a', requests)));
    written.length = 0;
    await pullAll(pullFrom(serving(3, 'b', requests)));
    expect(written).toEqual(['P1', 'P2', 'P3']);
  });

  test('P6: at start a disk that lost documents is pulled anew, once the server is there', async () => {
    await pullAll(pullFrom(serving(3, 'a', requests)));
    await checkPulled(parts);
    await pullAll(pullFrom(serving(3, 'a', requests)));
    expect(written).toHaveLength(3);
    await checkPulled({ ...parts, catalog: { ...catalog, isWhole: async () => false } });
    await pullAll(parts);
    expect(await catalog.positions()).not.toEqual({});
    written.length = 0;
    await pullAll(pullFrom(serving(3, 'a', requests)));
    expect(written).toEqual(['P1', 'P2', 'P3']);
  });

  test('stopped, it writes what it has and asks for no more', async () => {
    const pull = pullFrom(serving(5, 'a', requests));
    expect(await pullAll(pull, () => written.length > 0 || requests.length > 1)).toEqual(ok(null));
    expect(written).toEqual(['P1', 'P2']);
  });

  test('nothing is written when nothing changed', async () => {
    const pull = pullFrom(serving(3, 'a', requests));
    await pullAll(pull);
    const silent = { ...catalog, applyPage: () => Promise.reject(new Error('written')) };
    expect(await pullAll({ ...pull, catalog: silent })).toEqual(ok(null));
  });

  test('a server that cannot be reached is told', async () => {
    expect(await pullAll(parts)).toEqual(fail({ type: 'no_network' }));
  });
});
