import { judgePointsShown } from './judge-points.ts';
import { operationId } from '#shared/kernel/ids.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { OperationStatus } from '#shared/protocol/documents.ts';
import { queuedOf } from '#renderer/store/queue.ts';
import { readSyncState } from '#renderer/store/sync-state.ts';
import { signIn } from './cashier.ts';
import type { Facts, StoreUnderTest } from './facts.ts';
import { judgeConvergence } from './judge-convergence.ts';
import {
  judgeDelivery,
  judgeExceptionsShown,
  judgeFlushed,
  judgeJournal,
  judgeHandOvers,
  judgeSales,
  judgeView,
} from './judge-end.ts';
import type { Happened } from './judge-money.ts';
import { judgeServer } from './judge-server.ts';
import { judgeAcknowledged, judgeOwnActs, judgeOwnStock, shownBy } from './judge-till.ts';
import { FINE, LONGEST_DELAY } from './network.ts';
import { act, perform } from './perform.ts';
import { createRandom } from './random.ts';
import type { Plan } from './steps.ts';
import type { TillMachine } from './till-machine.ts';
import type { Variant } from './variant.ts';
import { Violation } from './witness.ts';
import { createWorld, type World } from './world.ts';

/** What is not as it should be, and after which step (counted from 1) it showed; null = all is well. */
export type Verdict = {
  readonly rule: string;
  readonly message: string;
  readonly step: number;
} | null;

/**
 * Whether a till knows what the server thinks of an operation of its own. It cannot when an old copy of its disk is
 * back and its former life's last message arrived just now under the same sequence: it learns of that as it pushes.
 */
const isKnownTo = (facts: Facts, statuses: readonly OperationStatus[]) => {
  const held = new Map(
    facts.operations.map(({ journalId, seq, hash }) => [operationId(journalId, seq), hash]),
  );
  const told = new Set(statuses.map(({ hash }) => hash));
  return ({ id, hash }: Operation): boolean =>
    told.has(hash) || !held.has(id) || held.get(id) === hash;
};

/** Whether the server has an operation, in its place or aside. */
const isHeldIn = (facts: Facts) => {
  const held = new Set([...facts.operations, ...facts.forks].map(({ hash }) => hash));
  return ({ hash }: Operation): boolean => held.has(hash);
};

const judgeTill = async (world: World, till: TillMachine): Promise<void> => {
  const running = till.running();
  if (!running) return;
  const shown = await shownBy(running, till.storeId);
  const facts = await world.server.facts();
  const isKnown = isKnownTo(facts, await running.store.state.statuses());
  const acts = till.ledger.confirmed();
  judgeOwnActs(till.tillId, acts.filter(isKnown), shown);
  // Documents of before a restore stay beside those of after it until the till hears of the new epoch (rule P6).
  const { stateEpoch } = await readSyncState(running.store.ledger);
  const isMixed = stateEpoch !== null && world.unnoticed.has(stateEpoch);
  if (acts.every(isKnown) && !isMixed) await judgeOwnStock(till, running, shown);
  if (!world.unnoticed.has(facts.epoch)) await judgeAcknowledged(till, running, facts);
};

const judgeServerNow = (world: World, facts: Facts): Happened => {
  const { server, witness, webShop, settled } = world;
  const placements = webShop.orders().map(({ placement }) => placement);
  const happened = judgeServer(facts, witness, { placements, channel: server.channelFacts() });
  settled.look(facts, happened.operations);
  return happened;
};

const judgeNow = async (world: World): Promise<void> => {
  const [bug] = world.bugs;
  if (bug !== undefined) throw bug instanceof Error ? bug : new Error(JSON.stringify(bug));
  judgeServerNow(world, await world.server.facts());
  for (const till of world.tills) await judgeTill(world, till);
};

const isAtRest = async (till: TillMachine): Promise<boolean> => {
  const running = till.running();
  if (!running || (await queuedOf(running.store.ledger)) > 0) return false;
  const { phase, cause } = running.sync.status();
  return phase === 'synced' || (till.isRevoked && cause === 'till_revoked');
};

/** Wakes every till until none has anything to say. */
const quieten = async ({ scheduler, tills }: World): Promise<void> => {
  for (const till of tills) till.running()?.sync.wake();
  for (let moment = 0; moment < 200; moment += 1) {
    await scheduler.run(300);
    const resting = await scheduler.look(() => Promise.all(tills.map(isAtRest)));
    if (resting.every(Boolean)) return;
  }
};

/** The weather clears, everything is switched on, and everybody has time. */
const comeToRest = async (world: World): Promise<void> => {
  const { scheduler, server, tills } = world;
  world.weather = FINE;
  server.stop();
  server.start();
  for (const till of tills) {
    till.isCutOff = false;
    if (!till.isOn()) till.start();
  }
  await scheduler.run(LONGEST_DELAY);
  // Work goes on: what a till knows of a server that forgot it shows when it has something to say.
  for (const till of tills) if (!till.isRevoked) act(world, till, signIn);
  await quieten(world);
};

/** The server's next build can do what the last could not, and the channel says everything again. */
const catchUp = async (world: World): Promise<void> => {
  const { scheduler, server, webShop, poisoned } = world;
  poisoned.clear();
  server.stop();
  server.start();
  // Twice: what the tills pushed may have told the channel that its order is gone; then all hear of what it says.
  for (let round = 0; round < 2; round += 1) {
    webShop.repeat();
    await scheduler.run(500);
    await quieten(world);
  }
};

/** P1, P2: nothing waits behind anything, not even behind what cannot be applied. */
const judgeRest = async (world: World): Promise<void> => {
  await judgeNow(world);
  for (const till of world.tills) {
    const running = till.running();
    if (!running) throw new Violation('P1', `${till.tillId} does not start`);
    await judgeFlushed(till, running);
  }
};

const judgeEnd = async (world: World): Promise<void> => {
  await judgeRest(world);
  const { server, tills, webShop, revoked, forked } = world;
  const facts = await server.facts();
  const happened = judgeServerNow(world, facts);
  for (const till of tills) {
    const { tillId } = till;
    const running = till.running();
    judgeDelivery(till, facts, {
      revoked: revoked.has(tillId),
      forked: forked.has(tillId),
      restored: world.unnoticed.size > 0,
    });
    if (!running || revoked.has(tillId)) continue;
    const shown = await shownBy(running, till.storeId);
    const isHeld = isHeldIn(facts);
    judgeOwnActs(tillId, till.ledger.operations().filter(isHeld), shown);
    await judgeJournal(till, running, facts);
    judgeView(till, shown, facts);
    judgePointsShown(till, running, facts);
    await judgeExceptionsShown(till, running, facts);
  }
  judgeConvergence(facts, happened, webShop.orders(), world.random());
  judgeSales(facts);
  judgeHandOvers(facts, happened.operations);
};

const verdictOf = (error: unknown, step: number): Verdict =>
  error instanceof Violation
    ? { rule: error.rule, message: error.message, step }
    : {
        rule: 'bug',
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
        step,
      };

/** Lives one history through. The same plan comes to the same verdict always. */
export const runHistory = async (
  plan: Plan,
  variant: Variant,
  store: StoreUnderTest,
): Promise<Verdict> => {
  let step = 0;
  try {
    const world = await createWorld(plan, store, variant, async () => undefined);
    await world.scheduler.run(500);
    for (const next of plan.steps) {
      step += 1;
      world.setRandom(createRandom(next.seed));
      await perform(world, next);
      await world.scheduler.run(next.milliseconds);
      await world.scheduler.look(() => judgeNow(world));
    }
    step += 1;
    world.setRandom(createRandom(plan.seed));
    await comeToRest(world);
    await world.scheduler.look(() => judgeRest(world));
    await catchUp(world);
    await world.scheduler.look(() => judgeEnd(world));
    return null;
  } catch (error) {
    return verdictOf(error, step);
  }
};
