import { mkdir, mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openJournalMirror } from './open-journal-mirror.ts';
import { sealedTexts } from './operations.fixture.ts';

const TILL = 'ONE-01';
const JOURNAL = 'ONE-01_1';

let folder: string;
let texts: readonly string[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'omnitill-mirror-'));
  texts = await sealedTexts(JOURNAL, 20);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (rotateAt?: number) => {
  const now = () => '2026-01-02T11:00:00.000Z';
  return openJournalMirror(rotateAt === undefined ? { folder, now } : { folder, now, rotateAt });
};

const withoutFifth = (): string[] => texts.filter((_, index) => index !== 4);

/** A mirror that has all but the fifth operation, which nobody has. */
const holed = async (rotateAt?: number) => {
  const mirror = open(rotateAt);
  await mirror.append(TILL, JOURNAL, texts.slice(0, 4));
  await mirror.append(TILL, JOURNAL, texts.slice(5, 12), 4);
  await mirror.append(TILL, JOURNAL, texts.slice(12));
  return mirror;
};

describe('what stands behind a hole', () => {
  test.each([[undefined], [900]])(
    'J4: is kept in a file of its own, and read over the hole, also when it is opened again (%s)',
    async (rotateAt) => {
      const mirror = await holed(rotateAt);
      expect(await readdir(path.join(folder, TILL, JOURNAL))).toContain('0000000006.log');
      for (const each of [mirror, open(rotateAt)]) {
        expect(await each.heads(TILL)).toMatchObject([{ seq: 20, gap: 5, isDamaged: false }]);
        expect(await each.read(TILL, JOURNAL, 0, 100)).toEqual(withoutFifth());
        expect(await each.read(TILL, JOURNAL, 2, 4)).toEqual(
          [3, 4, 6, 7].map((seq) => texts[seq - 1]),
        );
        expect(await each.read(TILL, JOURNAL, 4, 1)).toEqual([texts[5]]);
        expect(await each.tills()).toEqual([{ tillId: TILL, operations: 19 }]);
      }
    },
  );

  test('J4: may be all that there is of a journal', async () => {
    const mirror = open();
    expect(await mirror.append(TILL, JOURNAL, texts.slice(2), 0)).toMatchObject({
      value: { seq: 20, gap: 1 },
    });
    expect(await open().read(TILL, JOURNAL, 0, 100)).toEqual(texts.slice(2));
  });

  test('J4: is no hole where what lies between was only not taken yet', async () => {
    const mirror = open();
    await mirror.append(TILL, JOURNAL, texts.slice(0, 2));
    const behind = await mirror.append(TILL, JOURNAL, texts.slice(5), 4);
    expect(behind).toEqual({ ok: false, problem: { type: 'mirror_gap', seq: 2 } });
    expect(await mirror.heads(TILL)).toMatchObject([{ seq: 2, gap: null }]);
  });

  test('J1: is compared like all else: another history of it is refused, the same is passed over', async () => {
    const mirror = await holed();
    const fork = await sealedTexts(JOURNAL, 20, { marker: 'somebody' });
    expect(await mirror.append(TILL, JOURNAL, fork.slice(5), 4)).toMatchObject({
      problem: { type: 'mirror_disagrees' },
    });
    expect(await mirror.append(TILL, JOURNAL, texts.slice(5), 4)).toMatchObject({
      value: { seq: 20 },
    });
    expect(await mirror.read(TILL, JOURNAL, 0, 100)).toEqual(withoutFifth());
  });

  test('J4: is followed by what comes next, also after a power cut tore its last line', async () => {
    const mirror = open();
    await mirror.append(TILL, JOURNAL, texts.slice(0, 4));
    await mirror.append(TILL, JOURNAL, texts.slice(5, 6), 4);
    await truncate(path.join(folder, TILL, JOURNAL, '0000000006.log'), 30);
    const again = open();
    expect(await again.heads(TILL)).toMatchObject([{ seq: 4, gap: null, isDamaged: false }]);
    await again.append(TILL, JOURNAL, texts.slice(5), 4);
    expect(await open().read(TILL, JOURNAL, 0, 100)).toEqual(withoutFifth());
  });

  test('J4: goes beside with what it stands behind, and is taken anew', async () => {
    const mirror = await holed();
    await mirror.setAside(TILL, JOURNAL, 3);
    expect(await mirror.heads(TILL)).toMatchObject([{ seq: 3, gap: null, isDamaged: false }]);
    await mirror.append(TILL, JOURNAL, texts.slice(3));
    expect(await open().read(TILL, JOURNAL, 0, 100)).toEqual(texts);
  });

  test('J4: what is put beside stays where it is as long as the disk does not take what is to stay', async () => {
    const mirror = await holed();
    const own = path.join(folder, TILL, JOURNAL);
    // No file can be written there under the name that it has until it is whole.
    const fresh = path.join(own, '.0000000001.log');
    await mkdir(fresh);
    await expect(mirror.setAside(TILL, JOURNAL, 3)).rejects.toThrow('EISDIR');
    expect(await open().heads(TILL)).toMatchObject([{ seq: 4, gap: null, isDamaged: false }]);
    expect(await open().read(TILL, JOURNAL, 0, 100)).toEqual(texts.slice(0, 4));
  });
});
