import {
  startCommitProgram,
  type CommitProgram,
} from '#server/store/database/start-commit-program.fixture.ts';
import { expect, test } from 'vitest';
import { createLoopDisk, loopDiskObstacle, type LoopDisk } from './loop-disk.ts';

const cuts = 20;
const obstacle = loopDiskObstacle();

test('PGlite holds every commit that it acknowledged before a power cut', async () => {
  if (obstacle !== undefined) return reportNotRun(obstacle);
  await onLoopDisk(async (disk, start) => {
    const acknowledged: number[] = [];
    // Each cut is made in what the cut before it left, the first soon after the store was made.
    for (let cut = 0; cut < cuts; cut += 1) {
      const program = await start();
      expect(missing(acknowledged, await program.held), `after cut ${cut}`).toEqual([]);
      await program.untilAcknowledged(1 + ((cut * 17) % 60));
      await disk.cutPower(program.process.pid);
      acknowledged.push(...(await program.acknowledged()));
    }
    expect(missing(acknowledged, await (await start()).held)).toEqual([]);
    console.log(`power cut: cuts=${cuts} acknowledged=${acknowledged.length} lost=0`);
  });
});

test('a power cut takes commits that were acknowledged without a sync', async () => {
  if (obstacle !== undefined) return reportNotRun(obstacle);
  await onLoopDisk(async (disk, start) => {
    const durable = await start();
    await durable.untilAcknowledged(5);
    await disk.cutPower(durable.process.pid);

    const plain = await start({ COMMIT_WITH: 'plain' });
    await plain.untilAcknowledged(30);
    await disk.cutPower(plain.process.pid);

    const reopened = await start();
    const held = await reopened.held.catch(() => new Set<number>()); // A store that does not open holds nothing.
    expect(missing(await plain.acknowledged(), held)).not.toEqual([]);
  });
});

/** Runs a test on a disk of its own; the programs it starts there are killed when it ends, however it ends. */
async function onLoopDisk(
  body: (
    disk: LoopDisk,
    start: (env?: NodeJS.ProcessEnv) => Promise<CommitProgram>,
  ) => Promise<void>,
): Promise<void> {
  const disk = createLoopDisk(512);
  const programs: CommitProgram[] = [];
  try {
    await body(disk, async (env) => {
      const program = await startCommitProgram(disk.folder, env);
      programs.push(program);
      return program;
    });
  } finally {
    for (const program of programs) program.process.kill('SIGKILL');
    await Promise.all(programs.map((program) => program.acknowledged()));
    disk.remove();
  }
}

function missing(acknowledged: readonly number[], held: ReadonlySet<number>): number[] {
  return acknowledged.filter((id) => !held.has(id));
}

function reportNotRun(reason: string): void {
  console.log(`power cut: not run: ${reason}`);
}
