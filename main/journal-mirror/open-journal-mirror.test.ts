import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KeptTill } from '#shared/mirror/journal-mirror.ts';
import { type Append, appendDurably } from './append-durably.ts';
import { type MirrorOptions, openJournalMirror } from './open-journal-mirror.ts';
import { sealedTexts } from './operations.fixture.ts';

const TILL = 'ONE-01';
const JOURNAL = 'ONE-01_1';
const KEPT: KeptTill = {
  tillId: TILL,
  storeId: 'ONE',
  journalId: JOURNAL,
  linkHash: '0'.repeat(64),
  earlierJournalIds: [],
  token: 'the-token',
  keys: null,
  spare: null,
};

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'omnitill-mirror-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (more: Partial<MirrorOptions> = {}) =>
  openJournalMirror({ folder, now: () => '2026-01-02T11:00:00.000Z', ...more });

const parts = async (): Promise<string[]> =>
  (await readdir(path.join(folder, TILL, JOURNAL))).toSorted();
const fileOf = (name: string): string => path.join(folder, TILL, JOURNAL, name);
const FIRST = '0000000001.log';

describe('the mirror of a journal', () => {
  test('J4: what it took is there when it is opened again, letter by letter', async () => {
    const texts = await sealedTexts(JOURNAL, 7);
    const mirror = open();
    expect(await mirror.append(TILL, JOURNAL, texts.slice(0, 3))).toMatchObject({
      value: { seq: 3 },
    });
    expect(await mirror.append(TILL, JOURNAL, texts.slice(3))).toMatchObject({ value: { seq: 7 } });
    const again = open();
    expect(await again.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
    expect(await again.read(TILL, JOURNAL, 2, 3)).toEqual(texts.slice(2, 5));
    expect(await again.heads(TILL)).toMatchObject([
      { journalId: JOURNAL, seq: 7, isDamaged: false },
    ]);
  });

  test('a full file is left and the next begun; what is read goes over both', async () => {
    const texts = await sealedTexts(JOURNAL, 9);
    const mirror = open({ rotateAt: 900 });
    for (const text of texts) await mirror.append(TILL, JOURNAL, [text]);
    expect((await parts()).length).toBeGreaterThan(2);
    const again = open({ rotateAt: 900 });
    expect(await again.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
    expect(await again.read(TILL, JOURNAL, 1, 4)).toEqual(texts.slice(1, 5));
  });

  test('J4: a line that a power cut tore is cut off, wherever it is torn, and what follows is taken', async () => {
    const texts = await sealedTexts(JOURNAL, 3);
    const mirror = open();
    await mirror.append(TILL, JOURNAL, texts.slice(0, 2));
    const whole = (await stat(fileOf(FIRST))).size;
    await mirror.append(TILL, JOURNAL, texts.slice(2));
    const bytes = await readFile(fileOf(FIRST));
    for (let size = whole; size < bytes.length; size += 37) {
      await writeFile(fileOf(FIRST), bytes.subarray(0, size));
      const again = open();
      expect(await again.append(TILL, JOURNAL, texts)).toMatchObject({ value: { seq: 3 } });
      expect(await readFile(fileOf(FIRST))).toEqual(bytes);
    }
  });

  test('operations that come twice are passed over; a gap is told of', async () => {
    const texts = await sealedTexts(JOURNAL, 5);
    const mirror = open();
    await mirror.append(TILL, JOURNAL, texts.slice(0, 3));
    expect(await mirror.append(TILL, JOURNAL, texts.slice(1, 4))).toMatchObject({
      value: { seq: 4 },
    });
    await mirror.append(TILL, JOURNAL, texts.slice(0, 2));
    expect(await mirror.read(TILL, JOURNAL, 0, 9)).toEqual(texts.slice(0, 4));
    const other = open();
    const problem = { type: 'mirror_gap', seq: 4 };
    const later = await sealedTexts(JOURNAL, 7);
    expect(await other.append(TILL, JOURNAL, later.slice(6))).toEqual({ ok: false, problem });
  });

  test('J1: another history is refused whole, be it a fork or one that links nothing here', async () => {
    const texts = await sealedTexts(JOURNAL, 3);
    const fork = await sealedTexts(JOURNAL, 5, { marker: 'somebody' });
    const mirror = open();
    await mirror.append(TILL, JOURNAL, texts);
    for (const attempt of [fork, fork.slice(1), fork.slice(3)])
      expect(await mirror.append(TILL, JOURNAL, attempt)).toMatchObject({
        problem: { type: 'mirror_disagrees' },
      });
    expect(await mirror.read(TILL, JOURNAL, 0, 9)).toEqual(texts);
  });

  test('what is no operation, of another journal, or not in sequence is not taken', async () => {
    const mirror = open();
    const [first = '', , third = ''] = await sealedTexts(JOURNAL, 3);
    const [foreign = ''] = await sealedTexts('TWO-01_1', 1);
    for (const texts of [['{}'], [foreign], [first, third], [`${first} `], ['\n']])
      expect(await mirror.append(TILL, JOURNAL, texts)).toEqual({
        ok: false,
        problem: { type: 'mirror_malformed' },
      });
    await expect(mirror.read('../..', JOURNAL, 0, 1)).rejects.toThrow(RangeError);
    await expect(mirror.read(TILL, 'TWO-01_1', 0, 1)).rejects.toThrow(RangeError);
    expect(await mirror.heads(TILL)).toMatchObject([{ seq: 0 }]);
  });

  test('an altered line is damage: told of, not written after, and kept in a folder beside', async () => {
    const texts = await sealedTexts(JOURNAL, 6);
    await open().append(TILL, JOURNAL, texts);
    const bytes = await readFile(fileOf(FIRST), 'utf8');
    await writeFile(
      fileOf(FIRST),
      bytes.replace(texts[3] ?? '', (texts[3] ?? '').replace('aigerim', 'mallory')),
    );
    const mirror = open();
    expect(await mirror.heads(TILL)).toMatchObject([{ seq: 3, isDamaged: true }]);
    expect(await mirror.append(TILL, JOURNAL, texts.slice(3))).toMatchObject({
      problem: { type: 'mirror_disagrees', seq: 4 },
    });
    await mirror.setAside(TILL, JOURNAL, 3);
    expect(await mirror.append(TILL, JOURNAL, texts.slice(3))).toMatchObject({ value: { seq: 6 } });
    expect(await mirror.read(TILL, JOURNAL, 0, 9)).toEqual(texts);
    const [aside = ''] = await readdir(path.join(folder, TILL, 'set-aside'));
    expect(await readFile(path.join(folder, TILL, 'set-aside', aside, FIRST), 'utf8')).toContain(
      'mallory',
    );
  });

  test('a file that is missing between others is a hole, one that comes from another till is damage', async () => {
    const texts = await sealedTexts(JOURNAL, 9);
    const mirror = open({ rotateAt: 900 });
    for (const text of texts) await mirror.append(TILL, JOURNAL, [text]);
    const [, second = ''] = await parts();
    await rm(fileOf(second));
    const gap = Number(second.slice(0, 10));
    expect(await open().heads(TILL)).toMatchObject([{ seq: 9, gap, isDamaged: false }]);
    await open().append('TWO-01', 'TWO-01_1', await sealedTexts('TWO-01_1', 2));
    await writeFile(fileOf(FIRST), await readFile(path.join(folder, 'TWO-01/TWO-01_1', FIRST)));
    expect(await open().heads(TILL)).toMatchObject([{ seq: 0, isDamaged: true }]);
  });

  test('P4: what somebody deleted while it was open is not there any more, and is taken anew', async () => {
    const texts = await sealedTexts(JOURNAL, 3);
    const mirror = open();
    await mirror.append(TILL, JOURNAL, texts);
    await rm(folder, { recursive: true });
    expect(await mirror.heads(TILL)).toEqual([]);
    expect(await mirror.append(TILL, JOURNAL, texts)).toMatchObject({ value: { seq: 3 } });
    expect(await open().read(TILL, JOURNAL, 0, 100)).toEqual(texts);
  });

  test('a full disk takes nothing of what did not fit, and takes it when there is room again', async () => {
    const texts = await sealedTexts(JOURNAL, 4);
    let hasRoom = true;
    const append: Append = async (file, size, bytes) => {
      if (hasRoom) return appendDurably(file, size, bytes);
      await appendDurably(file, size, bytes.subarray(0, 100));
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    };
    const mirror = open({ append });
    await mirror.append(TILL, JOURNAL, texts.slice(0, 2));
    hasRoom = false;
    const full = { ok: false, problem: { type: 'disk_full' } };
    expect(await mirror.append(TILL, JOURNAL, texts.slice(2))).toEqual(full);
    expect(await mirror.append(TILL, JOURNAL, texts.slice(2))).toEqual(full);
    hasRoom = true;
    expect(await mirror.append(TILL, JOURNAL, texts)).toMatchObject({ value: { seq: 4 } });
    expect(await mirror.read(TILL, JOURNAL, 0, 9)).toEqual(texts);
  });
});

describe('the till that is kept', () => {
  test('comes back as it was, is listed with its operations, and is for its owner alone', async () => {
    const mirror = open();
    expect(await mirror.tills()).toEqual([]);
    await mirror.keep(KEPT);
    await mirror.append(TILL, JOURNAL, await sealedTexts(JOURNAL, 2));
    const again = open();
    expect(await again.kept(TILL)).toEqual(KEPT);
    expect(await again.tills()).toEqual([{ tillId: TILL, operations: 2 }]);
    const file = path.join(folder, TILL, 'till.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('a till that a newer version kept is read as far as this one knows it', async () => {
    await open().keep({ ...KEPT, since: '2031' } as KeptTill);
    expect(await open().kept(TILL)).toEqual(KEPT);
  });

  test('a torn or forged file counts as none, and the rest goes on', async () => {
    const mirror = open();
    await mirror.keep(KEPT);
    await truncate(path.join(folder, TILL, 'till.json'), 30);
    expect(await mirror.kept(TILL)).toBeNull();
    expect(await mirror.tills()).toEqual([]);
    await mirror.keep({ ...KEPT, tillId: 'TWO-01' });
    expect((await mirror.tills()).map(({ tillId }) => tillId)).toEqual(['TWO-01']);
    expect(await mirror.freeDisk()).toMatchObject({ state: expect.any(String) as string });
  });

  test('J1: one whose key the system cannot open any more is told of with what it wrote, and nobody becomes it by that', async () => {
    const seal = async (text: string) => `sealed:${text}`;
    const ours = open({ sealer: { seal, open: async (sealed) => sealed.slice(7) } });
    await ours.keep(KEPT);
    await ours.append(TILL, JOURNAL, await sealedTexts(JOURNAL, 3));
    const gone = async (): Promise<string> => {
      throw new Error('no key');
    };
    const theirs = open({ sealer: { seal, open: gone } });
    expect(await theirs.tills()).toEqual([{ tillId: TILL, operations: 3 }]);
    expect(await theirs.kept(TILL)).toBeNull();
    expect(await ours.kept(TILL)).toEqual(KEPT);
  });

  describe('whose file the system cannot open for a while', () => {
    const KEYS = { publicKey: '{"x":"public"}', privateKey: '{"d":"private"}' };
    const WITH_KEYS: KeptTill = { ...KEPT, keys: KEYS };
    let isLocked: boolean;

    const sealed = () =>
      open({
        sealer: {
          seal: async (text) => `sealed:${text}`,
          open: async (text) => {
            if (isLocked) throw new Error('locked');
            return text.slice(7);
          },
        },
      });

    beforeEach(async () => {
      isLocked = false;
      await sealed().keep(WITH_KEYS);
      isLocked = true;
    });

    test('P4: its key is there when it can be opened again: a till that cannot tell it takes nothing away', async () => {
      const mirror = sealed();
      expect(await mirror.kept(TILL)).toBeNull();
      expect(await mirror.keep(KEPT)).toEqual({ ok: true, value: null });
      expect(await mirror.append(TILL, JOURNAL, await sealedTexts(JOURNAL, 2))).toMatchObject({
        ok: true,
      });
      isLocked = false;
      expect(await mirror.kept(TILL)).toEqual(WITH_KEYS);
      // It was opened between the till's question and its answer.
      await mirror.keep({ ...KEPT, journalId: 'ONE-01_2' });
      expect(await mirror.kept(TILL)).toEqual({ ...WITH_KEYS, journalId: 'ONE-01_2' });
      await mirror.keep({ ...KEPT, token: 'of another enrolment' });
      expect((await mirror.kept(TILL))?.keys).toBeNull();
    });

    test('P4: a till with a key of its own keeps the file beside, letter by letter', async () => {
      const file = path.join(folder, TILL, 'till.json');
      const before = await readFile(file, 'utf8');
      const anew = {
        ...KEPT,
        token: 'enrolled again',
        keys: { ...KEYS, publicKey: '{"x":"new"}' },
      };
      await sealed().keep(anew);
      isLocked = false;
      expect(await sealed().kept(TILL)).toEqual(anew);
      const names = await readdir(path.join(folder, TILL));
      const beside = names.find((name) => name.endsWith('.unreadable')) ?? '';
      expect(await readFile(path.join(folder, TILL, beside), 'utf8')).toBe(before);
    });
  });

  test('P4: what a till wrote is offered also where who it is cannot be told: its file is missing, or no file', async () => {
    const mirror = open();
    await mirror.append(TILL, JOURNAL, await sealedTexts(JOURNAL, 3));
    expect(await mirror.tills()).toEqual([{ tillId: TILL, operations: 3 }]);
    await mkdir(path.join(folder, TILL, 'till.json'));
    expect(await mirror.tills()).toEqual([{ tillId: TILL, operations: 3 }]);
  });

  test('P4: a folder that the disk does not give is told of, and not taken for an empty one', async () => {
    await rm(folder, { recursive: true });
    expect(await open().tills()).toEqual([]);
    expect(await open().heads(TILL)).toEqual([]);
    await writeFile(folder, '');
    await expect(open().tills()).rejects.toThrow('ENOTDIR');
    await expect(open().heads(TILL)).rejects.toThrow('ENOTDIR');
  });

  test('P4: a till whose folder the disk does not give hides none of the others, and is not none', async () => {
    const lost = path.join(folder, 'ONE-00', 'ONE-00_1');
    await mkdir(path.dirname(lost), { recursive: true });
    // A journal that cannot be opened, whoever asks.
    await symlink(lost, lost);
    await expect(open().tills()).rejects.toThrow('ELOOP');
    await open().keep(KEPT);
    expect(await open().tills()).toEqual([{ tillId: TILL, operations: 0 }]);
  });
});

test('whatever is written first, the folders are for the till’s own user alone', async () => {
  const first: ((mirror: ReturnType<typeof openJournalMirror>) => Promise<unknown>)[] = [
    async (mirror) => {
      await mirror.append(TILL, JOURNAL, await sealedTexts(JOURNAL, 1));
      await mirror.setAside(TILL, JOURNAL, 0);
    },
    (mirror) => mirror.keep(KEPT),
    (mirror) => mirror.freeDisk(),
  ];
  for (const [index, write] of first.entries()) {
    const own = path.join(folder, `own-${index}`);
    await write(openJournalMirror({ folder: own, now: () => '2026-01-02T11:00:00.000Z' }));
    const made = await readdir(own, { recursive: true, withFileTypes: true });
    const folders = made.filter((each) => each.isDirectory());
    for (const each of [own, ...folders.map((each) => path.join(each.parentPath, each.name))])
      expect([each, ((await stat(each)).mode & 0o777).toString(8)]).toEqual([each, '700']);
  }
});
