import type { Operation } from '#shared/operations/operation.ts';
import type { StoreUnderTest } from './facts.ts';
import { createIntruder, type Intruder } from './intruder.ts';
import { createSettledWatch, type SettledWatch } from './judge-exceptions.ts';
import { createNetwork, type Weather } from './network.ts';
import { poisonStore } from './poison.ts';
import { createRandom, type Random } from './random.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import { createServerMachine, furnish, type Saved, type ServerMachine } from './server-machine.ts';
import { STORE_IDS } from './shops.ts';
import type { Plan } from './steps.ts';
import { createTillMachine, enrol, type TillMachine, type TillName } from './till-machine.ts';
import type { Variant } from './variant.ts';
import { createWebShop, type WebShop } from './web-shop.ts';
import { createWitness, type Witness } from './witness.ts';

/** Everything there is in a history. */
export type World = {
  readonly scheduler: Scheduler;
  readonly random: () => Random;
  /** Chance in all that happens from here on. */
  readonly setRandom: (random: Random) => void;
  readonly createId: () => string;
  readonly tills: readonly TillMachine[];
  readonly server: ServerMachine;
  readonly webShop: WebShop;
  readonly intruder: Intruder;
  readonly witness: Witness;
  weather: Weather;
  readonly backups: Saved[];
  /** Operations that this build of the server cannot apply. */
  readonly poisoned: Set<string>;
  /** Tills whose disk was replaced by an old copy. */
  readonly forked: Set<string>;
  readonly revoked: Set<string>;
  /** Epochs in which the server was restored: it cannot know of it before somebody tells it. */
  readonly unnoticed: Set<string>;
  readonly settled: SettledWatch;
  /** What went wrong out of sight. */
  readonly bugs: unknown[];
};

/** Monday, before the shops open. */
const STARTS_AT = Date.UTC(2026, 0, 5, 3);

const namesOf = ({ tills, stores }: Plan): TillName[] =>
  Array.from({ length: tills }, (_, index) => {
    const storeId = STORE_IDS[index % stores] ?? STORE_IDS[0];
    const tillId = `${storeId}-0${index + 1}`;
    return { tillId, storeId, publicKey: `key of ${tillId}` };
  });

const INTRUDER = {
  tillId: 'ALM1-66',
  storeId: 'ALM1',
  publicKey: 'key of ALM1-66',
  isRevoked: false,
};

export const createWorld = async (
  plan: Plan,
  store: StoreUnderTest,
  variant: Variant,
  afterEach: (world: World) => Promise<void>,
): Promise<World> => {
  let random = createRandom(plan.seed);
  let ids = 0;
  const bugs: unknown[] = [];
  const poisoned = new Set<string>();
  const witness = createWitness();
  const createId = (): string => `id-${(ids += 1)}`;
  const scheduler = createScheduler({
    startsAt: STARTS_AT,
    random,
    stops: plan.stops,
    afterEach: () => afterEach(world),
  });
  const server = createServerMachine({
    scheduler,
    store,
    createId,
    ingest: variant.ingest,
    takeAct: variant.takeAct,
    pageLimit: plan.pageLimit,
    wrapStore: (running) => variant.store(poisonStore(running, poisoned)),
    reportBug: (error) => bugs.push(error),
  });
  const network = createNetwork({
    scheduler,
    random: () => random,
    weather: () => world.weather,
    server,
  });
  const tills = namesOf(plan).map((name) =>
    createTillMachine({
      name,
      scheduler,
      variant,
      batchLimit: plan.batchLimit,
      random: () => random,
      transportOf: network.transportOf,
      onDurable: (operation: Operation) => witness.note(operation),
      reportBug: (error) => bugs.push(error),
    }),
  );

  await furnish(store);
  const [intruderJournal] = await scheduler.look(async () => {
    server.start();
    for (const till of tills) await enrol(till, await server.openJournal(till, null));
    return [await server.openJournal(INTRUDER, null)];
  });

  const world: World = {
    scheduler,
    random: () => random,
    setRandom: (next) => {
      random = next;
      scheduler.setRandom(next);
    },
    createId,
    tills,
    server,
    webShop: createWebShop(server, scheduler.now, createId),
    intruder: createIntruder({
      till: INTRUDER,
      journalId: intruderJournal ?? '',
      server,
      createId,
      now: scheduler.now,
      onSealed: witness.note,
    }),
    witness,
    weather: plan.weather,
    backups: [],
    poisoned,
    forked: new Set(),
    revoked: new Set(),
    unnoticed: new Set(),
    settled: createSettledWatch(),
    bugs,
  };
  for (const till of tills) till.start();
  return world;
};
