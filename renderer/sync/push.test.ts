import { beforeEach, describe, expect, test } from 'vitest';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { NewJournalRequest } from '#shared/protocol/enrol.ts';
import { PUSH_LIMIT, type PushReply, type PushRequest, signedText } from '#shared/protocol/push.ts';
import { readIdentity } from '../store/identity.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import { queuedOf } from '../store/queue.ts';
import { readSyncState } from '../store/sync-state.ts';
import { ACTOR, AT, createTill, JOURNAL, received, type TestTill } from '../store/till.fixture.ts';
import { type PushOutcome, pushOnce } from './push.ts';
import type { Transport, TransportProblem } from './transport.ts';

const hashIn = (text: string): string => /"hash":"([0-9a-f]{64})"/.exec(text)?.[1] ?? '';

/** A server that holds what it is sent, and answers as the real one does. */
const createServer = () => {
  const texts = new Map<string, string[]>();
  const requests: PushRequest[] = [];
  const asked: NewJournalRequest[] = [];
  const heldOf = (journalId: string): string[] => texts.get(journalId) ?? [];
  const server = {
    requests,
    asked,
    epoch: 'first',
    time: AT,
    heldOf,
    /** It holds these instead: a restore, or another copy of the till. */
    holds: (journalId: string, held: readonly string[]) => texts.set(journalId, [...held]),
    /** What it says instead of an answer, once for each. */
    says: [] as TransportProblem[],
    push: async (request: PushRequest): Promise<Result<PushReply, TransportProblem>> => {
      requests.push(request);
      const held = [...heldOf(request.journalId)];
      let forked = false;
      for (const [index, text] of request.operations.entries()) {
        const seq = request.firstSeq + index;
        if (seq === held.length + 1) held.push(text);
        else if (seq <= held.length && held[seq - 1] !== text) forked = true;
      }
      texts.set(request.journalId, held);
      const head = { seq: held.length, hash: hashIn(held.at(-1) ?? '') || GENESIS_HASH };
      const problem = server.says.shift();
      return problem ? fail(problem) : ok({ epoch: server.epoch, time: server.time, head, forked });
    },
    newJournal: async (request: NewJournalRequest) => {
      asked.push(request);
      const problem = server.says.shift();
      return problem ? fail(problem) : ok({ journalId: `ONE-01_${asked.length + 1}` });
    },
  };
  return server;
};

let till: TestTill;
let server: ReturnType<typeof createServer>;

beforeEach(async () => {
  till = await createTill();
  server = createServer();
});

const push = (transport: Partial<Transport> = {}) => {
  const { ledger, journal, now } = till.store;
  const pull: Transport['pull'] = async () => fail({ type: 'no_network' });
  const { push: send, newJournal } = server;
  return pushOnce({
    ledger,
    journal,
    now,
    sign: async (text) => `signed ${text}`,
    transport: { push: send, newJournal, pull, ...transport },
  });
};

/** Pushes until nothing is left or something is wrong; at most so often that a loop without end shows. */
const pushAll = async (): Promise<Result<PushOutcome, TransportProblem>> => {
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const outcome = await push();
    if (!outcome.ok || !outcome.value.more) return outcome;
  }
  throw new Error('it pushes without end');
};

const write = async (count: number, reference = '', copies = 1): Promise<void> => {
  const content = received('TEA', 1);
  if (content.type !== 'stock.received') throw new Error('a receipt of goods was expected');
  const lines = Array.from({ length: copies }, (_, copy) =>
    content.payload.lines.map((line) => ({ ...line, id: String(copy) })),
  ).flat();
  const payload = { ...content.payload, reference, lines };
  for (let left = count; left > 0; left -= 1)
    await till.store.journal.write(ACTOR, async () => ok({ ...content, payload }));
};

const textsOf = async (journalId = JOURNAL): Promise<string[]> =>
  (await till.store.ledger.read(journalId, 0, 10_000)).map(({ text }) => text);

const sync = () => readSyncState(till.store.ledger);

describe('the outbox', () => {
  test('P1: everything goes up in sequence, batch by batch, as it lies on the disk', async () => {
    const { operations } = PUSH_LIMIT;
    await write(operations + 50, 'tea «чай» \u0000 \ud800');
    expect(await pushAll()).toEqual(ok({ more: false }));
    expect(server.heldOf(JOURNAL)).toEqual(await textsOf());
    expect(
      server.requests.map(({ firstSeq, operations: sent }) => [firstSeq, sent.length]),
    ).toEqual([
      [1, operations],
      [operations + 1, 50],
    ]);
    expect(await queuedOf(till.store.ledger)).toBe(0);
  });

  describe('of a ledger with a hole', () => {
    const hollow = async (missing: number) => {
      await write(9);
      const rows = await till.store.ledger.read(JOURNAL, 0, 100);
      const ledger = createMemoryLedger();
      await ledger.restore(rows.filter(({ seq }) => seq !== missing));
      till = await createTill(ledger);
      return rows.map(({ text }) => text);
    };

    test.each([[1], [4]])(
      'P4: asks first what the server has, and sends what that lacks (%i is missing)',
      async (missing) => {
        const texts = await hollow(missing);
        server.holds(JOURNAL, texts.slice(0, 6));
        expect(await pushAll()).toEqual(ok({ more: false }));
        expect(server.heldOf(JOURNAL)).toEqual(texts);
        expect(server.asked).toEqual([]);
      },
    );

    test('P4: takes for its own what the server has of it', async () => {
      const texts = await hollow(4);
      await push();
      server.holds(JOURNAL, texts.slice(0, 4));
      expect(await pushAll()).toEqual(ok({ more: false }));
      expect(server.heldOf(JOURNAL)).toEqual(texts);
      expect(server.asked).toEqual([]);
    });

    test('P3: says in the place of one that nobody has that it is lost', async () => {
      const texts = await hollow(4);
      expect(await pushAll()).toEqual(ok({ more: false }));
      const held = server.heldOf(JOURNAL);
      expect(held.filter((_, index) => index !== 3)).toEqual(
        texts.filter((_, index) => index !== 3),
      );
      expect(JSON.parse(held[3] ?? '')).toEqual({
        hash: hashIn(texts[3] ?? ''),
        isLost: true,
        journalId: JOURNAL,
        seq: 4,
      });
      expect(server.asked).toEqual([]);
    });
  });

  test('P1: a giant operation goes alone, and what follows it goes too', async () => {
    await write(1);
    await write(1, 'giant', PUSH_LIMIT.characters / 20);
    await write(1);
    await pushAll();
    expect(server.requests.map(({ operations }) => operations.length)).toEqual([1, 1, 1]);
    expect(server.heldOf(JOURNAL)).toEqual(await textsOf());
  });

  test('P5: each batch is signed for the hash of its last operation, an empty one too', async () => {
    await write(2);
    await pushAll();
    await push();
    const [, last] = await till.store.ledger.read(JOURNAL, 0, 2);
    expect(server.requests.map(({ signature }) => signature)).toEqual([
      `signed ${signedText(JOURNAL, last?.hash ?? '')}`,
      `signed ${signedText(JOURNAL, null)}`,
    ]);
  });

  test('with nothing to send it asks what is held', async () => {
    expect(await push()).toEqual(ok({ more: false }));
    expect(server.requests).toMatchObject([{ journalId: JOURNAL, firstSeq: 1, operations: [] }]);
  });

  test('P4: when the reply is lost, the same goes again and is held once', async () => {
    await write(3);
    server.says.push({ type: 'server_silent' }, { type: 'no_network' });
    expect(await push()).toEqual(fail({ type: 'server_silent' }));
    expect(await push()).toEqual(fail({ type: 'no_network' }));
    expect(await queuedOf(till.store.ledger)).toBe(3);
    await write(1);
    expect(await pushAll()).toEqual(ok({ more: false }));
    expect(server.heldOf(JOURNAL)).toEqual(await textsOf());
  });

  test('J7: remembers the offset of its clock and when it last had contact', async () => {
    server.time = '2026-01-02T10:59:57.500Z';
    await push();
    expect(await sync()).toMatchObject({ clockOffset: -2500, lastContactAt: AT });
  });

  test('J7: remembers what was written by then, of whichever journal was the last', async () => {
    await push();
    expect(await sync()).toMatchObject({ writtenByThen: null });
    await write(2);
    await push();
    expect(await sync()).toMatchObject({ writtenByThen: { journalId: JOURNAL, seq: 2 } });
    const head = await till.store.ledger.head(JOURNAL);
    if (!head) throw new Error('nothing was written');
    await till.store.journal.continueAs('ONE-01_2', head);
    await push();
    expect(await sync()).toMatchObject({ writtenByThen: { journalId: JOURNAL, seq: 2 } });
  });

  test('a machine that is no till says nothing', async () => {
    await till.store.ledger.writeLocal('identity', null);
    expect(await push()).toEqual(ok({ more: false }));
    expect(server.requests).toEqual([]);
  });

  test('a server that takes nothing is no reason to go on at once', async () => {
    await write(1);
    const head = { seq: 0, hash: GENESIS_HASH };
    const reply = { epoch: 'first', time: AT, head, forked: false };
    expect(await push({ push: async () => ok(reply) })).toEqual(
      fail({ type: 'refused', code: 'internal' }),
    );
  });
});

describe('a journal that cannot go on', () => {
  /** The server took something else under this journal's first sequence: another copy of this till is out there. */
  const fork = async (): Promise<void> => {
    await write(1, 'another copy');
    server.holds(JOURNAL, await textsOf());
    till = await createTill();
    await write(2);
  };

  test('P4: is offered whole, then the next one takes over and links its head', async () => {
    await fork();
    const head = await till.store.ledger.head(JOURNAL);
    expect(await pushAll()).toEqual(ok({ more: false }));
    expect(server.asked).toEqual([{ previous: { journalId: JOURNAL, seq: 2, hash: head?.hash } }]);
    await write(1);
    expect(await pushAll()).toEqual(ok({ more: false }));
    expect(await readIdentity(till.store.ledger)).toMatchObject({
      journalId: 'ONE-01_2',
      linkHash: head?.hash,
      earlierJournalIds: [JOURNAL],
    });
    expect(server.heldOf('ONE-01_2')).toEqual(await textsOf('ONE-01_2'));
    expect(server.requests.flatMap(({ operations }) => operations)).toEqual(
      expect.arrayContaining(await textsOf()),
    );
  });

  test('J1: a till restored from an old copy begins the next one', async () => {
    await write(5);
    const all = await textsOf();
    await pushAll();
    const restored = await createTill();
    for (const text of all.slice(0, 3))
      await restored.store.ledger.append(JSON.parse(text) as Operation);
    till = restored;
    expect(await pushAll()).toEqual(ok({ more: false }));
    expect(await readIdentity(till.store.ledger)).toMatchObject({ journalId: 'ONE-01_2' });
    expect(server.heldOf(JOURNAL)).toEqual(all);
  });

  test('J1: is noted nowhere until the server named the next one', async () => {
    await fork();
    const isAsked = fail({ type: 'server_silent' as const });
    expect(await push({ newJournal: async () => isAsked })).toEqual(isAsked);
    expect(await readIdentity(till.store.ledger)).toMatchObject({ journalId: JOURNAL });
    expect((await sync()).acknowledged).toEqual({});
    expect(await pushAll()).toEqual(ok({ more: false }));
    expect(await readIdentity(till.store.ledger)).toMatchObject({ journalId: 'ONE-01_2' });
  });
});

describe('P6: a server restored from a backup', () => {
  test('is sent again what it lost, from the number it names', async () => {
    await write(4);
    await pushAll();
    const all = await textsOf();
    server.holds(JOURNAL, all.slice(0, 2));
    server.epoch = 'second';
    await write(1);
    expect(await pushAll()).toEqual(ok({ more: false }));
    expect(server.heldOf(JOURNAL)).toEqual(await textsOf());
    expect(server.asked).toEqual([]);
    expect(await sync()).toMatchObject({ epoch: 'second', acknowledged: { [JOURNAL]: 5 } });
  });

  test('is asked about earlier journals too', async () => {
    await write(2);
    await pushAll();
    const head = await till.store.ledger.head(JOURNAL);
    if (!head) throw new Error('a head was expected');
    await till.store.journal.continueAs('ONE-01_2', head);
    await write(1);
    await pushAll();
    server.holds(JOURNAL, []);
    server.holds('ONE-01_2', []);
    server.epoch = 'second';
    expect(await pushAll()).toEqual(ok({ more: false }));
    expect(server.heldOf(JOURNAL)).toEqual(await textsOf());
    expect(server.heldOf('ONE-01_2')).toEqual(await textsOf('ONE-01_2'));
  });
});
