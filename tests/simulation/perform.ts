import {
  type Act,
  adjustStock,
  handOverGoods,
  prepare,
  receiveStock,
  sell,
  signIn,
  takeBack,
} from './cashier.ts';
import { judgeOwnActs } from './judge-till.ts';
import { createRandom } from './random.ts';
import type { ACTS, Step } from './steps.ts';
import type { TillMachine } from './till-machine.ts';
import { Violation } from './witness.ts';
import type { World } from './world.ts';

const acts: Record<(typeof ACTS)[number], Act> = {
  sell,
  takeBack,
  prepare,
  handOver: handOverGoods,
  receiveStock,
  adjustStock,
  signIn,
};

const DAY = 86_400_000;

/** Somebody does something at a till, if it is on; it takes its time while other things happen. */
export const act = (world: World, machine: TillMachine, what: Act): void => {
  const till = machine.running();
  if (!till) return;
  const random = createRandom(world.random().seed());
  const { createId, bugs } = world;
  what({ till, storeId: machine.storeId, random, createId }).then(
    (operation) => {
      const isDurable = (id: string) => machine.ledger.operations().some((one) => one.id === id);
      if (operation && !isDurable(operation.id))
        bugs.push(new Violation('J4', `${operation.id} was told to be done and is not on disk`));
    },
    (error: unknown) => bugs.push(error),
  );
};

/** A screen reads while the till works: what was done here before must be there. */
const lookAtScreen = (world: World, machine: TillMachine): void => {
  const till = machine.running();
  if (!till) return;
  const before = machine.ledger.confirmed();
  const read = async (): Promise<void> => {
    const { view } = till.store;
    const orders = await view.recentOrders(10_000, null);
    const shown = { orders: new Map(orders.map((order) => [order.id, order])), stock: new Map() };
    judgeOwnActs(machine.tillId, before, shown);
  };
  read().catch((error: unknown) => world.bugs.push(error));
};

const restart = (till: TillMachine): void => {
  till.stop();
  till.start();
};

const putOldCopyBack = async (world: World, till: TillMachine): Promise<void> => {
  const random = world.random();
  till.stop();
  // The first write is the enrolment.
  const stateThen = await till.ledger.putBack(1 + random.below(till.ledger.writes()));
  await till.state.goBackTo(stateThen);
  till.catalog.lose();
  world.forked.add(till.tillId);
  // Work begins before the network is there.
  if (random.chance(0.5)) till.isCutOff = true;
  till.start();
};

const poisonOne = ({ tills, random, poisoned }: World): void => {
  const till = random().pick(tills);
  const last = till?.ledger.operations().at(-1);
  if (last) poisoned.add(`${last.journalId}/${last.seq + random().below(3)}`);
};

/** Makes one thing happen. What it starts goes on while time passes. */
export const perform = async (world: World, { type, till: index }: Step): Promise<void> => {
  const { tills, server, webShop, backups } = world;
  const random = world.random();
  const till = tills[index];
  if (!till) return;
  switch (type) {
    case 'sell':
    case 'takeBack':
    case 'prepare':
    case 'handOver':
    case 'receiveStock':
    case 'adjustStock':
    case 'signIn':
      return act(world, till, acts[type]);
    case 'placeOrder':
      return webShop.place(till.storeId, random);
    case 'cancelOrder':
      return webShop.cancel(random);
    case 'repeatOrders':
      return webShop.repeat();
    case 'cutOff':
      till.isCutOff = true;
      return;
    case 'connect':
      till.isCutOff = false;
      return;
    case 'stopTill':
      return till.stop();
    case 'startTill':
      return restart(till);
    case 'loseState':
      till.stop();
      till.state.lose();
      till.catalog.lose();
      return till.start();
    case 'stateGoesBack':
      till.stop();
      await till.state.goBack(random);
      return till.start();
    case 'putOldCopyBack':
      return putOldCopyBack(world, till);
    case 'clockJumps':
      till.clockError +=
        (random.chance(0.5) ? 1 : -1) * random.below(random.chance(0.5) ? 60_000 : 3 * DAY);
      return;
    case 'revoke':
      till.isRevoked = true;
      world.revoked.add(till.tillId);
      return;
    case 'lookAtScreen':
      return lookAtScreen(world, till);
    case 'stopServer':
      return server.stop();
    case 'stopServerBeforeWrite':
      return server.stopBeforeWrite(random.below(14));
    case 'startServer':
      server.stop();
      return server.start();
    case 'databaseFails':
      return server.fail(1 + random.below(3));
    case 'poison':
      return poisonOne(world);
    case 'strike':
      world.intruder.strike(random, tills).catch((error: unknown) => world.bugs.push(error));
      return;
    case 'backUp':
      backups.push(await server.backUp());
      return;
    case 'restore': {
      const saved = random.pick(backups);
      if (!saved) return;
      await server.restore(saved);
      world.unnoticed.add((await server.facts()).epoch);
      return server.start();
    }
    case 'wait':
      return;
  }
};
