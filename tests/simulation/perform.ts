import {
  type Act,
  adjustStock,
  handOverGoods,
  prepare,
  receiveStock,
  sell,
  signIn,
} from './cashier.ts';
import { judgeOwnActs, ordersShownBy } from './judge-till.ts';
import {
  amend,
  arrive,
  cancelAtCounter,
  extend,
  handOverByCode,
  handOverPart,
  move,
  pay,
  pick,
  putBack,
  release,
} from './pickup-desk.ts';
import { createRandom } from './random.ts';
import { exchange, resolve, takeBack, takeBackBlind } from './return-desk.ts';
import { count, sendTransfer, takeDeliveryIn, takeTransferIn, writeOff } from './stock-room.ts';
import type { ActType, Step, StepType, WebStepType } from './steps.ts';
import type { TillMachine } from './till-machine.ts';
import type { WebAct } from './web-shop.ts';
import { Violation } from './witness.ts';
import type { World } from './world.ts';

const acts: Readonly<Record<ActType, Act>> = {
  sell,
  takeBack,
  prepare,
  handOver: handOverGoods,
  pick,
  amend,
  handOverPart,
  handOverByCode,
  pay,
  cancelAtCounter,
  release,
  extend,
  move,
  arrive,
  putBack,
  exchange,
  takeBackBlind,
  resolve,
  receiveStock,
  adjustStock,
  count,
  writeOff,
  sendTransfer,
  takeTransferIn,
  takeDeliveryIn,
  signIn,
};

const webActs: Readonly<Record<WebStepType, WebAct>> = {
  cancelOrder: 'cancel',
  editOrder: 'edit',
  moveOrder: 'move',
  payOrder: 'pay',
  refundOrder: 'refund',
  expireOrder: 'expire',
};

const isAct = (type: StepType): type is ActType => type in acts;

const isWebAct = (type: StepType): type is WebStepType => type in webActs;

const DAY = 86_400_000;

/** Somebody does something at a till, if it is on; it takes its time while other things happen. */
export const act = (world: World, machine: TillMachine, what: Act): void => {
  const till = machine.running();
  if (!till) return;
  const random = createRandom(world.random().seed());
  const { createId, bugs, webShop } = world;
  what({ till, storeId: machine.storeId, random, createId, codes: webShop.codes }).then(
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
    const shown = { ...(await ordersShownBy(till, machine.storeId)), stock: new Map() };
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
  if (isAct(type)) return act(world, till, acts[type]);
  if (isWebAct(type)) return webShop.act(webActs[type], random);
  switch (type) {
    case 'placeOrder':
      return webShop.place(till.storeId, random);
    case 'answerRefunds':
      return webShop.answer(random);
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
      world.settled.forget();
      webShop.doubt();
      world.unnoticed.add((await server.facts()).epoch);
      return server.start();
    }
    case 'wait':
      return;
  }
};
