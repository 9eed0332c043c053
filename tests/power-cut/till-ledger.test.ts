import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Durability } from '#renderer/store/rxdb/worker-storage.ts';
import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import { parseEnvelope } from '#shared/operations/parse-operation.ts';
import { unsealedText } from '#shared/operations/seal.ts';
import { serveLedgerPage } from './ledger-host.ts';
import type { Held } from './ledger-page/append-for-ever.ts';
import { type LedgerTill, startLedgerTill } from './ledger-till.ts';
import { createLoopDisk, loopDiskObstacle, type LoopDisk } from './loop-disk.ts';

const cuts = 20;
const obstacle = loopDiskObstacle();

let host: Awaited<ReturnType<typeof serveLedgerPage>>;

beforeAll(async () => {
  if (obstacle === undefined) host = await serveLedgerPage();
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

/** The last sequence of what a ledger holds, once its chain is seen to be whole and what was noted beside it is there. */
function lastHeld({ texts, noted }: Held): number {
  let previousHash = GENESIS_HASH;
  for (const [index, text] of texts.entries()) {
    const envelope = parseEnvelope(text);
    if (!envelope.ok) throw new Error(`operation ${index + 1} is malformed: ${text}`);
    const { seq, hash } = envelope.value;
    const expected = createHash('sha256').update(unsealedText(envelope.value)).digest('hex');
    expect({ seq, hash }).toEqual({ seq: index + 1, hash: expected });
    expect(envelope.value.previousHash).toBe(previousHash);
    previousHash = hash;
  }
  // It is noted after each operation, and acknowledged after that.
  expect(texts.length - noted).toBeOneOf([0, 1]);
  return noted;
}

/** Runs a test on a disk of its own; the browsers it starts there are killed when it ends, however it ends. */
async function onLoopDisk(
  body: (disk: LoopDisk, start: (durability: Durability) => Promise<LedgerTill>) => Promise<void>,
): Promise<void> {
  const disk = createLoopDisk(512);
  const tills: LedgerTill[] = [];
  try {
    await body(disk, async (durability) => {
      const profile = path.join(disk.folder, 'profile');
      const till = await startLedgerTill(profile, host.url, durability);
      tills.push(till);
      return till;
    });
  } finally {
    await Promise.all(tills.map((till) => till.kill()));
    disk.remove();
  }
}

function reportNotRun(reason: string): void {
  console.log(`power cut: not run: ${reason}`);
}
