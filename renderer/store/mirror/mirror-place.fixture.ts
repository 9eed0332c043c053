import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { openJournalMirror } from '#main/journal-mirror/open-journal-mirror.ts';
import { webCrypto } from '#renderer/host/web-crypto.ts';
import type { JournalMirror } from '#shared/mirror/journal-mirror.ts';
import type { RestorableLedger } from '../ledger.ts';
import { AT, IDENTITY, JOURNAL } from '../till.fixture.ts';
import { textsOf } from './ledgers.fixture.ts';
import { reconcile } from './reconcile.ts';

export const TILL = IDENTITY.tillId;
export const KEPT = { ...IDENTITY, keys: null, spare: null };
/** As often as issue 5 asks for. */
export const ROUNDS = Array.from({ length: 20 }, (_, round) => round);

type MirrorPlace = {
  folder: string;
  mirror: JournalMirror;
  /** The program of the mirror is started again. */
  readonly reopen: () => void;
  readonly compare: (ledger: RestorableLedger) => ReturnType<typeof reconcile>;
  /** What a mirror of this ledger holds when all is well. */
  readonly mirrored: (ledger: RestorableLedger) => Promise<string[]>;
  /** Of its first journal, oldest first. */
  readonly files: () => Promise<string[]>;
  /** One bit of the line of an operation is another, on the disk of the mirror. */
  readonly alterLine: (text: string) => Promise<void>;
};

/** The mirror of a till on the disk, new for each test. */
export const mirrorPlace = (): MirrorPlace => {
  const open = (folder: string) => openJournalMirror({ folder, now: () => AT, rotateAt: 3000 });
  const place: MirrorPlace = {
    folder: '',
    mirror: open(''),
    reopen: () => {
      place.mirror = open(place.folder);
    },
    compare: (ledger) => reconcile({ ledger, mirror: place.mirror, crypto: webCrypto }, TILL),
    mirrored: async (ledger) => {
      await place.mirror.keep(KEPT);
      await place.compare(ledger);
      return textsOf(ledger);
    },
    files: async () => {
      const folder = path.join(place.folder, TILL, JOURNAL);
      return (await readdir(folder)).toSorted().map((name) => path.join(folder, name));
    },
    alterLine: async (text) => {
      for (const file of await place.files()) {
        const lines = (await readFile(file, 'utf8')).split('\n');
        const altered = lines.map((line) =>
          line.endsWith(text) ? line.replace('TEA', 'TEB') : line,
        );
        await writeFile(file, altered.join('\n'));
      }
      place.reopen();
    },
  };
  beforeEach(async () => {
    place.folder = await mkdtemp(path.join(tmpdir(), 'omnitill-mirror-'));
    place.reopen();
  });
  afterEach(() => rm(place.folder, { recursive: true, force: true }));
  return place;
};
