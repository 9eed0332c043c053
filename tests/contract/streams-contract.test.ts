import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type OpenStore, storeKinds } from './open-stores.ts';
import { exception, put, smallDocuments } from './small-document.ts';

type Documents = ReturnType<typeof smallDocuments>;

describe.each(storeKinds)('streams of the store on $name', ({ open }) => {
  let opened: OpenStore;
  let count = 0;
  /** Names that no other test uses. */
  let own: string;
  let stream: string;

  beforeAll(async () => {
    opened = await open();
  }, 60_000);
  afterAll(() => opened.close());
  beforeEach(() => {
    count += 1;
    own = `T${count}`;
    stream = `exceptions:${own}`;
  });

  const pull: Documents['pull'] = (...query) => smallDocuments(opened).pull(...query);
  const write: Documents['write'] = (...row) => smallDocuments(opened).write(...row);

  test('S1 a stream is its documents in the order of their last change, by pages', async () => {
    for (const id of ['a', 'b', 'c', 'a']) await write(`${own}-${id}`, [stream], id);
    const first = await pull(stream, 0, 2);
    expect(first.changes.map(({ id }) => id)).toEqual([`${own}-b`, `${own}-c`]);
    expect(first.complete).toBe(false);
    const second = await pull(stream, first.checkpoint, 2);
    expect(second.changes.map(({ id }) => id)).toEqual([`${own}-a`]);
    expect(second.complete).toBe(true);
    expect(await pull(stream, second.checkpoint, 2)).toEqual({
      changes: [],
      checkpoint: second.checkpoint,
      complete: true,
    });
    expect((await pull(stream, 0, 3)).complete).toBe(true);
  });

  test('S1 a document that leaves a stream is deleted there and goes on elsewhere', async () => {
    const other = `exceptions:${own}-other`;
    await write(own, [stream, other], 'both');
    const { checkpoint } = await pull(stream);
    await write(own, [other], 'one');
    expect((await pull(stream, checkpoint)).changes).toEqual([{ id: own, document: null }]);
    expect((await pull(stream)).changes).toEqual([{ id: own, document: null }]);
    expect((await pull(other)).changes).toEqual([{ id: own, document: exception(own, 'one') }]);
    await write(own, [stream], 'back');
    expect((await pull(stream)).changes).toEqual([{ id: own, document: exception(own, 'back') }]);
    expect((await pull(other)).changes).toEqual([{ id: own, document: null }]);
  });

  test('S1 a stream that nothing was ever written to is empty and complete', async () => {
    expect(await pull(stream)).toEqual({ changes: [], checkpoint: 0, complete: true });
  });

  test('P6 a checkpoint beyond the end of its stream is answered with the end', async () => {
    await write(own, [stream]);
    const { checkpoint } = await pull(stream);
    expect((await pull(stream, checkpoint + 5)).checkpoint).toBe(checkpoint);
  });

  test('S1 a puller skips nothing while eight writers change one stream', async () => {
    const other = `exceptions:${own}-other`;
    let isWriting = true;
    const writer = async (name: string) => {
      for (let turn = 1; turn <= 15; turn += 1)
        await opened.store.transaction(async (tx) => {
          await tx.lock([`${own}-${name}_1`], []);
          await put(tx, `${own}-${name}`, turn % 3 === 0 ? [other] : [stream, other], `${turn}`);
          await put(tx, `${own}-${name}-${turn}`, [stream], `${turn}`);
        });
    };
    const seen = new Map<string, unknown>();
    let after = 0;
    const pullPage = async () => {
      const page = await pull(stream, after, 7);
      for (const { id, document } of page.changes) seen.set(id, document);
      after = page.checkpoint;
      return page.complete;
    };
    const puller = async () => {
      while (isWriting) await pullPage();
      while (!(await pullPage()));
    };
    const pulling = puller();
    await Promise.all(['1', '2', '3', '4', '5', '6', '7', '8'].map(writer));
    isWriting = false;
    await pulling;
    const whole = new Map((await pull(stream)).changes.map(({ id, document }) => [id, document]));
    expect(whole.size).toBe(8 * 16);
    expect(seen).toEqual(whole);
  });

  test('a listener hears of a stream after its change can be read', async () => {
    const heard: { stream: string; count: number }[] = [];
    const stop = opened.store.onChange((streams) => {
      if (streams.includes(stream))
        void pull(stream).then(({ changes }) => heard.push({ stream, count: changes.length }));
    });
    await write(own, [stream]);
    await vi.waitFor(() => expect(heard).toEqual([{ stream, count: 1 }]), 5_000);
    stop();
  });

  test('P6 one restore starts one epoch, whoever notices it first', async () => {
    const first = await opened.store.epoch();
    const renew = (known: string, next: string) =>
      opened.store.transaction((tx) => tx.renewEpoch(known, `${own}-${next}`));
    expect(await renew(first, 'a')).toBe(true);
    expect(await renew(first, 'b')).toBe(false);
    expect(await opened.store.epoch()).toBe(`${own}-a`);
    expect(await renew('of a server that is lost', 'c')).toBe(true);
    expect(await renew(`${own}-a`, 'd')).toBe(false);
    expect(await opened.store.epoch()).toBe(`${own}-c`);
  });
});

const databases = storeKinds.filter(({ name }) => name !== 'memory');

describe.each(databases)('a store that starts on $name', ({ open }) => {
  test('P6 never gave the numbers that a later life of the same data may have given', async () => {
    const opened = await open();
    const stream = 'exceptions:gap';
    await opened.store.transaction((tx) => put(tx, 'gap', [stream], 'one'));
    const first = await opened.store.pull(stream, 0, 10);
    expect(first.checkpoint).toBeGreaterThan(0);
    expect(await opened.store.pull(stream, first.checkpoint, 10)).toEqual({
      changes: '[]',
      checkpoint: first.checkpoint,
      complete: true,
    });
    const lost = first.checkpoint - 1;
    expect(await opened.store.pull(stream, lost, 10)).toEqual({
      changes: '[]',
      checkpoint: 0,
      complete: true,
    });
    await opened.close();
  });
});

const shared = storeKinds.filter(({ name }) => name === 'PostgreSQL');

describe.each(shared)('two servers on one $name', ({ open }) => {
  test('each hears of and reads what the other wrote', async () => {
    const one = await open();
    const two = await one.openAnother?.();
    if (!two) throw new Error('a second store was expected');
    const heard = new Set<string>();
    two.store.onChange((streams) => streams.forEach((stream) => heard.add(stream)));
    const streams = Array.from({ length: 300 }, (_, index) => `exceptions:S${index}`);
    await one.store.transaction((tx) => put(tx, 'shared', streams));
    await vi.waitFor(() => expect(heard).toEqual(new Set(streams)), 5_000);
    const found = await two.store.transaction((tx) => tx.document('exceptions', 'shared'));
    expect(found?.id).toBe('shared');
    expect(await two.store.epoch()).toBe(await one.store.epoch());
    await two.close();
    await one.close();
  });
});
