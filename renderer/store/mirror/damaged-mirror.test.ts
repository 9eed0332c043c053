import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { mirrorLine } from '#main/journal-mirror/mirror-line.ts';
import { JOURNAL } from '../till.fixture.ts';
import { having, ledgerWith, lost, textsOf } from './ledgers.fixture.ts';
import { mirrorPlace, ROUNDS, TILL } from './mirror-place.fixture.ts';

const place = mirrorPlace();

describe('a damaged mirror', () => {
  test('J4: what nobody can read behind the last of a whole journal stops nothing', async () => {
    const ledger = await ledgerWith(9);
    const texts = await place.mirrored(ledger);
    const last = (await place.files()).at(-1) ?? '';
    await writeFile(last, `${await readFile(last, 'utf8')}\u0000\u0000\n`);
    place.reopen();
    expect(await place.compare(ledger)).toMatchObject({
      value: { mustContinue: false, journals: [{ isLacking: false, wasDamaged: true }] },
    });
    expect(await place.mirror.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
  });

  test('J1: of a mirror with a line that nobody can read all others come back, 23 times; what lacks is told, and stays told', async () => {
    const texts = await place.mirrored(await ledgerWith(23));
    const whole = `${place.folder}-whole`;
    await cp(place.folder, whole, { recursive: true });
    for (const [index, text] of texts.entries()) {
      await place.alterLine(text);
      for (const _twice of [1, 2]) {
        const ledger = await lost(texts, null);
        expect(await place.compare(ledger)).toMatchObject({
          value: { mustContinue: true, journals: [{ isLacking: index < 22 || _twice === 1 }] },
        });
        expect(await textsOf(ledger)).toEqual(texts.filter((each) => each !== text));
      }
      await rm(place.folder, { recursive: true });
      await cp(whole, place.folder, { recursive: true });
      place.reopen();
    }
    await rm(whole, { recursive: true });
  });

  test('J4: a hole that both have stays one, and all goes on behind it', async () => {
    const texts = await place.mirrored(await ledgerWith(23));
    await place.alterLine(texts[9] ?? '');
    const ledger = await having(texts, (seq) => seq !== 10 && seq < 20);
    for (const restored of [4, 0]) {
      expect(await place.compare(ledger)).toMatchObject({
        value: { mustContinue: true, journals: [{ isLacking: true, restored }] },
      });
      expect(await textsOf(ledger)).toEqual(texts.filter((_, index) => index !== 9));
    }
  });

  test('J4: a mirror cut off at random places is completed from the journal, 20 times', async () => {
    const ledger = await ledgerWith(23);
    const texts = await place.mirrored(ledger);
    for (const round of ROUNDS) {
      const all = await place.files();
      const file = all[(round * 7) % all.length] ?? '';
      const bytes = await readFile(file);
      await writeFile(file, bytes.subarray(0, (bytes.length * (round * 13 + 5)) % bytes.length));
      place.reopen();
      expect(await place.compare(ledger)).toMatchObject({
        ok: true,
        value: { mustContinue: false },
      });
      expect(await place.mirror.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
    }
  });

  test('J4: a mirror altered at random places is set aside from there and made anew, 20 times', async () => {
    const ledger = await ledgerWith(23);
    const texts = await place.mirrored(ledger);
    for (const round of ROUNDS) {
      const all = await place.files();
      const file = all[(round * 5) % all.length] ?? '';
      const bytes = await readFile(file);
      const at = (round * 997 + 11) % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await writeFile(file, bytes);
      place.reopen();
      expect(await place.compare(ledger)).toMatchObject({
        ok: true,
        value: { mustContinue: false },
      });
      expect(await place.mirror.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
      expect(await textsOf(ledger)).toEqual(texts);
    }
  });

  test('J4: a mirror that is altered while it is open is made anew too, 20 times', async () => {
    const ledger = await ledgerWith(23);
    const texts = await place.mirrored(ledger);
    for (const round of ROUNDS) {
      const file = (await place.files()).at(-1) ?? '';
      const bytes = await readFile(file);
      const at = (round * 997 + 11) % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await writeFile(file, bytes);
      const compared = await place.compare(ledger);
      expect(compared).toMatchObject({ value: { journals: [{ wasDamaged: true }] } });
      expect(compared).toMatchObject({ value: { mustContinue: false } });
      expect(await place.mirror.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
      expect(await textsOf(ledger)).toEqual(texts);
    }
  });

  test('both lost something: what is whole is put back, and the journal is not written again', async () => {
    const texts = await place.mirrored(await ledgerWith(23));
    const [first = ''] = await place.files();
    const altered = texts.map((text, index) => (index === 11 ? text.replace('TEA', 'TEE') : text));
    // With a checksum that fits: what gives it away is the operation's own hash.
    await writeFile(first, altered.map(mirrorLine).join(''));
    place.reopen();
    const ledger = await lost(texts, null);
    expect(await place.compare(ledger)).toMatchObject({ value: { mustContinue: true } });
    const back = await textsOf(ledger);
    expect(back).toEqual(texts.slice(0, 11));
    expect(await readdir(path.join(place.folder, TILL, 'set-aside'))).toHaveLength(1);
  });
});
