import { describe, expect, test } from 'vitest';
import { ok } from '#shared/kernel/result.ts';
import { findViolation } from './find-violations.ts';
import { REAL, type Variant } from './variant.ts';

const HISTORIES = 60;

const seeds = Array.from({ length: HISTORIES }, (_, index) => index + 1);

test('J P S: histories of tills and a server break no rule', async () => {
  expect(await findViolation(seeds)).toBeNull();
});

describe('the simulation notices', () => {
  test('P1: a server that acknowledges before it commits', async () => {
    let pushes = 0;
    const ingest: Variant['ingest'] = async (environment, till, request) => {
      pushes += 1;
      const last = request.operations.at(-1);
      const done = await (pushes % 5 === 0 && last !== undefined
        ? REAL.ingest(environment, till, { ...request, operations: [], signature: '' })
        : REAL.ingest(environment, till, request));
      if (!done.ok || pushes % 5 !== 0 || last === undefined) return done;
      const seq = request.firstSeq + request.operations.length - 1;
      const { hash } = JSON.parse(last) as { hash: string };
      return ok({ ...done.value, head: { seq, hash } });
    };
    expect(await findViolation(seeds, { ...REAL, ingest })).not.toBeNull();
  });

  test('S2: a till that notes how far it pulled and loses the documents', async () => {
    let pages = 0;
    const state: Variant['state'] = (real) => ({
      ...real,
      applyPage: (page, position) => {
        pages += 1;
        return real.applyPage(pages % 5 === 0 ? { ...page, changes: [] } : page, position);
      },
    });
    expect(await findViolation(seeds, { ...REAL, state })).not.toBeNull();
  });

  test('P6: a till that does not hear of a new epoch', async () => {
    const transport: Variant['transport'] = (real) => ({
      ...real,
      pull: async (request) => {
        const reply = await real.pull(request);
        return reply.ok ? ok({ ...reply.value, epoch: 'epoch-1' }) : reply;
      },
      push: async (request) => {
        const reply = await real.push(request);
        return reply.ok ? ok({ ...reply.value, epoch: 'epoch-1' }) : reply;
      },
    });
    expect(await findViolation(seeds, { ...REAL, transport })).not.toBeNull();
  });
});
