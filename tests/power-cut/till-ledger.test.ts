import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mendProfile } from '#main/profile/mend-profile.ts';
import type { Durability } from '#renderer/store/rxdb/worker-storage.ts';
import { lastHeld } from './last-held.ts';
import { serveLedgerPage } from './ledger-host.ts';
import { type LedgerTill, startLedgerTill } from './ledger-till.ts';
import { createLoopDisk, loopDiskObstacle, type LoopDisk } from './loop-disk.ts';

const cuts = 20;
const obstacle = loopDiskObstacle();

let host: Awaited<ReturnType<typeof serveLedgerPage>>;

beforeAll(async () => {
  host = await serveLedgerPage();
});

afterAll(() => host?.close());

test('J4: the ledger holds every operation that it acknowledged before a power cut, its chain unbroken', async () => {
  if (obstacle !== undefined) return reportNotRun(obstacle);
  await onLoopDisk(async (disk, start) => {
    let last = 0;
    let acknowledged = 0;
    // Each cut is made in what the cut before it left, the first in a ledger that has just been made.
    for (let cut = 0; cut < cuts; cut += 1) {
      const till = await start('strict');
      expect(lastHeld(await till.held), `after cut ${cut}`).toBeGreaterThanOrEqual(last);
      await till.untilAcknowledged(1 + ((cut * 17) % 60));
      await disk.cutPower(till.pid);
      const told = await till.acknowledged();
      last = told.at(-1) ?? last;
      acknowledged += told.length;
    }
    expect(lastHeld(await (await start('strict')).held)).toBeGreaterThanOrEqual(last);
    console.log(`power cut: cuts=${cuts} acknowledged=${acknowledged} lost=0`);
  });
});

test('a power cut takes operations that were acknowledged without a sync', async () => {
  if (obstacle !== undefined) return reportNotRun(obstacle);
  await onLoopDisk(async (disk, start) => {
    const strict = await start('strict');
    await strict.untilAcknowledged(5);
    await disk.cutPower(strict.pid);

    const relaxed = await start('relaxed');
    await relaxed.untilAcknowledged(30);
    await disk.cutPower(relaxed.pid);
    const last = (await relaxed.acknowledged()).at(-1);

    expect(lastHeld(await (await start('strict')).held)).toBeLessThan(Number(last));
  });
});

test('J4: what is written behind an end that was never written out is not lost either', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'omnitill-unwritten-end-'));
  try {
    await withTills(folder, async (start) => {
      const first = await start('strict');
      await first.untilAcknowledged(5);
      await first.kill();
      const log = (await filesBelow(folder)).find((file) => /IndexedDB.*\.log$/.test(file));
      await appendFile(String(log), Buffer.alloc(143));

      const second = await start('strict');
      // Beyond the block of 32 KB which that end lies in.
      await second.untilAcknowledged(60);
      await second.kill();
      const last = (await second.acknowledged()).at(-1);

      expect(lastHeld(await (await start('strict')).held)).toBeGreaterThanOrEqual(Number(last));
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries.map((entry) => path.join(folder, entry));
}

type Start = (durability: Durability) => Promise<LedgerTill>;

/** Runs a test whose browsers keep their profile in a folder; they are killed when it ends, however it ends. */
async function withTills(folder: string, body: (start: Start) => Promise<void>): Promise<void> {
  const tills: LedgerTill[] = [];
  try {
    await body(async (durability) => {
      const profile = path.join(folder, 'profile');
      // As the desktop app does before it opens its window.
      mendProfile(path.join(profile, 'Default'));
      const till = await startLedgerTill(profile, host.url, durability);
      tills.push(till);
      return till;
    });
  } finally {
    await Promise.all(tills.map((till) => till.kill()));
  }
}

/** Runs a test on a disk of its own. */
async function onLoopDisk(body: (disk: LoopDisk, start: Start) => Promise<void>): Promise<void> {
  const disk = createLoopDisk(512);
  try {
    await withTills(disk.folder, (start) => body(disk, start));
  } finally {
    disk.remove();
  }
}

function reportNotRun(reason: string): void {
  console.log(`power cut: not run: ${reason}`);
}
