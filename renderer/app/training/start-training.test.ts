import { describe, expect, test } from 'vitest';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import type { ExerciseId } from '#shared/domain/training/exercise-id.ts';
import { minor } from '#shared/kernel/money.ts';
import { EXERCISES } from '#shared/training/exercises.ts';
import { closeShift } from '#renderer/commands/close-shift.ts';
import { completeReturn } from '#renderer/commands/complete-return.ts';
import { completeSale } from '#renderer/commands/complete-sale.ts';
import { countDrawer } from '#renderer/commands/drawer-counts.ts';
import { findSold } from '#renderer/commands/find-sold.ts';
import { handOver } from '#renderer/commands/hand-over.ts';
import { moveCash } from '#renderer/commands/move-cash.ts';
import { openShift } from '#renderer/commands/open-shift.ts';
import { preparePickup } from '#renderer/commands/prepare-pickup.ts';
import { proveByDigits } from '#renderer/commands/prove-pickup.ts';
import { teaBack } from '#renderer/commands/returns.fixture.ts';
import { settleException } from '#renderer/commands/settle-exception.ts';
import { signIn } from '#renderer/commands/sign-in.ts';
import { createMachineDesk } from '#renderer/host/machine-desk.ts';
import { openBasketStore } from '#renderer/session/basket-store.ts';
import type { TillSession } from '#renderer/session/till-context.ts';
import { AT, basketOf, createTill, JOURNAL, product } from '#renderer/store/till.fixture.ts';
import { PRACTICE_DIGITS } from './practice.ts';
import { PRACTICE_PIN } from './practice-people.ts';
import { startTraining, type Training } from './start-training.ts';

const TRAINEE: StaffMember = {
  id: 'bolat',
  name: 'Bolat',
  role: 'manager',
  storeIds: ['ONE'],
  pin: { salt: 'c2FsdHNhbHRzYWx0c2FsdA', iterations: 10, hash: 'aGFzaGhhc2hoYXNoaGFzaA' },
  active: true,
};

const NAMES = { manager: 'Practice manager', customer: 'Practice customer' };

type Real = Pick<TillSession, 'store' | 'basket' | 'machineDesk'>;

const realTill = async (): Promise<Real> => {
  const { store } = await createTill();
  const goods = [product('TEA'), product('MILK')];
  const catalog = { ...store.catalog, tiles: async () => goods };
  const till = { ...store, catalog };
  return {
    store: till,
    basket: await openBasketStore(till),
    machineDesk: createMachineDesk(),
  };
};

const started = async (real: Real): Promise<Training> => {
  const training = await startTraining(real, TRAINEE, NAMES);
  if (!training.ok) throw new Error(training.problem.type);
  return training.value;
};

const journalOf = async ({ store }: Real): Promise<string[]> =>
  (await store.ledger.read(JOURNAL, 0, 1000)).map(({ text }) => text);

const actorIn = ({ till }: Training, approvedBy: string | null = null) => ({
  staffId: TRAINEE.id,
  shiftId: till.store.view.shift()?.shiftId ?? null,
  approvedBy,
});

const sell = (training: Training, orderId: string, ...skus: string[]) =>
  completeSale(training.till.store, actorIn(training), {
    orderId,
    basket: basketOf(...skus),
    customerId: null,
    pricedAt: AT,
    offers: [{ id: `${orderId}-cash`, tender: 'cash', tendered: minor(50_000), reference: null }],
    discountLimit: 1000,
  });

/** Chooses it; resolves to the number that it names. */
const begin = async ({ desk }: Training, id: ExerciseId): Promise<string> => {
  await desk.getState().choose(id);
  return desk.getState().chosen?.number ?? '';
};

const stepsOf = ({ desk }: Training): boolean[] =>
  desk.getState().chosen?.steps.map(({ isDone }) => isDone) ?? [];

const written = async (training: Training): Promise<void> => {
  const { desk } = training;
  await expect.poll(() => desk.getState().chosen?.record).toBe('written');
};

const atWork = async (training: Training): Promise<void> => {
  const opened = await openShift(training.till.store, actorIn(training), { float: minor(0) });
  expect(opened.ok).toBe(true);
};

describe('J6 training', () => {
  test('leaves the real journal as it is, to the byte, but for the exercises that were done', async () => {
    const real = await realTill();
    await real.store.journal.write(
      { staffId: TRAINEE.id, shiftId: null, approvedBy: null },
      async () => ({ ok: true, value: { type: 'staff.signedIn', payload: {} } }),
    );
    const before = await journalOf(real);
    const state = JSON.stringify(await real.store.state.references());
    const training = await started(real);
    await atWork(training);
    await sell(training, 'practised', 'TEA', 'MILK');
    expect(await journalOf(real)).toEqual(before);

    await begin(training, 'first_sale');
    await sell(training, 'exercise', 'TEA', 'MILK');
    await written(training);
    const after = await journalOf(real);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toEqual([
      expect.stringContaining('"payload":{"exercise":"first_sale"}'),
    ]);
    expect(JSON.stringify(await real.store.state.references())).toBe(state);
    expect(await real.store.view.order('exercise')).toBeNull();
    expect(real.store.view.shift()).toBeNull();
  });

  test('an exercise that is done again is told once; the next training knows of it', async () => {
    const real = await realTill();
    const training = await started(real);
    await atWork(training);
    for (const orderId of ['one', 'two']) {
      await begin(training, 'first_sale');
      await sell(training, orderId, 'TEA', 'MILK');
      await written(training);
    }
    expect(await journalOf(real)).toHaveLength(1);
    expect((await started(real)).desk.getState().completed).toEqual(['first_sale']);
  });

  test('what was done before an exercise was chosen counts for none, and half of it is not all', async () => {
    const training = await started(await realTill());
    await atWork(training);
    await sell(training, 'before', 'TEA', 'MILK');
    await begin(training, 'first_sale');
    expect(stepsOf(training)).toEqual([true, false, false]);
    await sell(training, 'one-piece', 'TEA');
    expect(stepsOf(training)).toEqual([true, false, true]);
    for (const { id } of EXERCISES.filter(({ id }) => id !== 'first_sale')) {
      await begin(training, id);
      expect(stepsOf(training)).not.toContain(true);
    }
  });

  test('a web order is there to be handed over by its digits', async () => {
    const training = await started(await realTill());
    await atWork(training);
    const number = await begin(training, 'pickup');
    const { store } = training.till;
    const order = await store.view.order(number);
    expect(order?.lines).toHaveLength(2);
    await preparePickup(store, actorIn(training), { orderId: number, shelf: 'A1' });
    const proven = await proveByDigits(store, actorIn(training), {
      orderId: number,
      digits: PRACTICE_DIGITS,
    });
    if (!proven.ok) throw new Error(proven.problem.type);
    const offers = [
      { id: 'cash', tender: 'cash' as const, tendered: minor(20_000), reference: null },
    ];
    await handOver(store, actorIn(training), { orderId: number, offers, proof: proven.value });
    await written(training);
  });

  test('the network goes away for a return, and a purchase is found without it', async () => {
    const training = await started(await realTill());
    const { till } = training;
    await atWork(training);
    const text = await begin(training, 'return_offline');
    expect(till.sync.status()).toMatchObject({ phase: 'offline' });
    const found = await findSold(till.store, actorIn(training), { ask: till.findOrders, text });
    const told = found.ok ? found.value.sold[0]?.told : undefined;
    if (!told) throw new Error('a purchase was expected');
    await completeReturn(till.store, actorIn(training), teaBack(told, { isOffline: true }));
    await written(training);
    await begin(training, 'park');
    expect(till.sync.status()).toMatchObject({ phase: 'synced' });
  });

  test('a conflict is decided with the leave of the practice manager, and is gone then', async () => {
    const training = await started(await realTill());
    const { store } = training.till;
    await begin(training, 'conflict');
    const [exception] = await store.state.openExceptions();
    if (!exception) throw new Error('an exception was expected');
    const decide = { exception, action: 'call_customer', note: 'called' } as const;
    const alone = await settleException(store, actorIn(training), decide);
    expect(alone).toMatchObject({ ok: false, problem: { type: 'manager_needed' } });
    await settleException(store, actorIn(training, 'practice-manager'), decide);
    await written(training);
    await expect.poll(() => store.state.openExceptions()).toEqual([]);
  });

  test('the shift is closed with what was put into its drawer', async () => {
    const training = await started(await realTill());
    const { store } = training.till;
    await atWork(training);
    await begin(training, 'shift_close');
    const move = { moveId: 'm', kind: 'in', amount: minor(500), reason: 'change_fund' } as const;
    await moveCash(store, actorIn(training), { ...move, note: '' });
    await countDrawer(store, actorIn(training), { pieces: [{ value: minor(500), pieces: 1 }] });
    const closed = await closeShift(store, actorIn(training), { note: '' });
    expect(closed.ok).toBe(true);
    await written(training);
  });

  test('T4 nobody’s PIN can be tried there but the practice manager’s and the trainee’s own', async () => {
    const { till } = await started(await realTill());
    const { staff } = till.store.view.references();
    expect(staff.map(({ id, role }) => `${id} ${role}`)).toEqual([
      'bolat cashier',
      'practice-manager manager',
    ]);
    const manager = staff.find(({ role }) => role === 'manager');
    if (!manager) throw new Error('a manager was expected');
    expect((await signIn(till.store, manager, PRACTICE_PIN)).ok).toBe(true);
  });

  test('nothing leads out of it: no signature, no paper, no drawer, no window', async () => {
    const { till } = await started(await realTill());
    expect(till.mirror).toBeNull();
    expect(await till.findStock('TEA')).toBeNull();
    expect(await till.shell.call('devices.openDrawer', {})).toMatchObject({ ok: false });
    expect(await till.shell.call('host.describe', {})).toMatchObject({ ok: false });
    const document = { id: 'p', title: '', document: '', againTitle: '' };
    expect(await till.shell.call('devices.print', { paper: document, use: 'receipts' })).toEqual({
      ok: true,
      value: null,
    });
    const order = await till.store.view.order('none');
    expect(order === null ? null : await till.signReceipt(order)).toBeNull();
    expect(till.driver.nameOf('card')).toBe('simulated');
  });

  test('it is refused while goods of a customer are in the basket, or their money is on its way', async () => {
    const real = await realTill();
    real.basket.getState().change((basket) => ({ ...basket, lines: basketOf('TEA').lines }));
    expect(await startTraining(real, TRAINEE, NAMES)).toMatchObject({
      problem: { type: 'basket_open' },
    });
    real.basket.getState().startNew();
    void real.machineDesk.question('p', {
      act: 'payment',
      tender: 'card',
      amount: minor(1),
      currency: 'KZT',
      afterwards: false,
      isSilent: false,
      code: null,
    });
    expect(await startTraining(real, TRAINEE, NAMES)).toMatchObject({
      problem: { type: 'payment_open' },
    });
    const bare = { ...real, machineDesk: createMachineDesk() };
    const { catalog } = real.store;
    const empty = { ...real.store, catalog: { ...catalog, tiles: async () => [] } };
    expect(await startTraining({ ...bare, store: empty }, TRAINEE, NAMES)).toMatchObject({
      problem: { type: 'nothing_to_practise' },
    });
  });
});
