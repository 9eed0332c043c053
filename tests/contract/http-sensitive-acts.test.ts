import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OperationContent } from '#shared/operations/operation.ts';
import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import { DEFAULT_ROLES } from '#shared/domain/staff/rights.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { StaffRow } from '#shared/protocol/administration.ts';
import { SensitiveActsReply } from '#shared/protocol/sensitive-acts.ts';
import { furnish, HEAD_OFFICE, MANAGER, signIn } from './chain.ts';
import { type Client, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { line, sale } from './shop.ts';

type Refusal = Extract<OperationContent, { type: 'staff.refused' }>['payload'];

const voided: OperationContent = {
  type: 'line.voided',
  payload: {
    orderId: 'gone',
    sku: 'TEA',
    quantity: units(1),
    currency: 'KZT',
    amount: minor(10_000),
    reason: 'changed_mind',
  },
};

describe.each(serverKinds)('R7 sensitive acts on $name', ({ open }) => {
  let server: OpenServer;
  let office: Client;
  let till: HttpTill;

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    office = await signIn(server, HEAD_OFFICE);
    till = await enrolTill(server, 'ONE');
  }, OPENING);
  afterAll(() => server.close());

  const at = (): string => server.ingest.now();

  test('are told to head office with who, how much and why, the newest first; a plain sale is none', async () => {
    await till.push([await till.write(voided, at(), null)]);
    await till.push([await till.write(sale(), at(), null)]);
    const opened = { openingId: randomUUID(), reason: 'check', note: 'looked in' } as const;
    await till.push([await till.write({ type: 'drawer.opened', payload: opened }, at(), null)]);
    const { acts } = expectBody(await office('dashboard/sensitive-acts'), SensitiveActsReply);
    expect(acts).toMatchObject([
      { kind: 'no_sale', storeId: 'ONE', amount: null, reason: 'check', note: 'looked in' },
      {
        kind: 'line_voided',
        amount: { amount: 10_000, currency: 'KZT' },
        reason: 'changed_mind',
        approvedBy: null,
      },
    ]);
  });

  test('a copy of a receipt is one, and how many there are comes down with the order', async () => {
    const sold = sale();
    const { orderId } = sold.payload;
    await till.push([await till.write(sold, at(), null)]);
    for (const copy of [1, 2]) {
      const payload = { orderId, number: 'ONE-01-7', currency: 'KZT', copy, locale: 'kk' } as const;
      await till.push([await till.write({ type: 'receipt.reprinted', payload }, at(), null)]);
    }
    const { acts } = expectBody(await office('dashboard/sensitive-acts'), SensitiveActsReply);
    expect(acts.slice(0, 2)).toMatchObject([
      { kind: 'reprinted', storeId: 'ONE', amount: null, reason: '2', note: 'ONE-01-7' },
      { kind: 'reprinted', storeId: 'ONE', amount: null, reason: '1', note: 'ONE-01-7' },
    ]);
    const { pages } = await till.pull();
    const orders = pages.flatMap(({ changes }) => changes).filter(({ id }) => id === orderId);
    expect(orders.at(-1)?.document).toMatchObject({ reprints: [{}, {}] });
  });

  test('T4: a PIN that was locked and badges of nobody are told by name, and accuse nobody where nobody was signed in', async () => {
    const hired = await office('dashboard/staff', {
      body: { name: 'Saule', role: 'manager', storeIds: ['ONE'], pin: '4711' },
    });
    const { id: saule } = expectBody(hired, StaffRow);
    const refused = (payload: Refusal) =>
      till.write({ type: 'staff.refused', payload }, at(), null);
    await till.push([await refused({ kind: 'pin', whose: saule, signedIn: 'aigerim' })]);
    await till.push([await refused({ kind: 'badge', whose: null, signedIn: null })]);
    const { acts } = expectBody(await office('dashboard/sensitive-acts'), SensitiveActsReply);
    const common = { tillId: till.tillId, approvedBy: null, isAllowed: true, amount: null };
    expect(acts.slice(0, 2)).toMatchObject([
      { ...common, kind: 'badge_unknown', by: null, note: '' },
      { ...common, kind: 'pin_locked', by: 'aigerim', note: 'Saule' },
    ]);
  });

  test('R6: a discount that who approved it may not give either is not allowed', async () => {
    const hire = async (name: string, role: Role): Promise<string> => {
      const body = { name, role, storeIds: ['ONE'], pin: '4711' };
      return expectBody(await office('dashboard/staff', { body }), StaffRow).id;
    };
    const [cashier, senior, manager] = [
      await hire('Dana', 'cashier'),
      await hire('Bolat', 'senior'),
      await hire('Marat', 'manager'),
    ];
    const roles = {
      ...DEFAULT_ROLES,
      cashier: { rights: [], discountLimit: 1000 },
      senior: { rights: ['approve' as const], discountLimit: 2000 },
    };
    const policy = { ...DEFAULT_POLICY, roles };
    const body = { storeId: 'ONE', policy };
    expect((await office('dashboard/policies', { method: 'PUT', body })).status).toBe(200);
    const half = { ...line('TEA'), discount: { type: 'percent', rate: 5000 } as const };
    for (const approvedBy of [senior, manager]) {
      const by = { staffId: cashier, approvedBy };
      await till.push([await till.write(sale([half]), at(), null, by)]);
    }
    const { acts } = expectBody(await office('dashboard/sensitive-acts'), SensitiveActsReply);
    expect(acts.slice(0, 2)).toMatchObject([
      { kind: 'price_given', by: 'Dana', approvedBy: 'Marat', isAllowed: true },
      { kind: 'price_given', by: 'Dana', approvedBy: 'Bolat', isAllowed: false },
    ]);
  });

  test('R6: what somebody did whom the chain does not know, has dismissed or has in other stores alone was not theirs to do', async () => {
    const hire = async (name: string, storeIds: readonly string[]): Promise<string> => {
      const body = { name, role: 'manager', storeIds, pin: '4711' };
      return expectBody(await office('dashboard/staff', { body }), StaffRow).id;
    };
    const [dismissed, elsewhere] = [await hire('Arman', ['ONE']), await hire('Zarina', ['TWO'])];
    const before = at();
    const body = { name: 'Arman', role: 'manager', storeIds: ['ONE'], pin: null, active: false };
    const path = `dashboard/staff/${dismissed}`;
    expect((await office(path, { method: 'PUT', body })).status).toBe(200);
    const after = new Date(Date.parse(at()) + 60_000).toISOString();
    const acts: readonly (readonly [string, string])[] = [
      [dismissed, before],
      [dismissed, after],
      [elsewhere, after],
      ['nobody', after],
    ];
    for (const [staffId, when] of acts)
      await till.push([await till.write(voided, when, null, { staffId })]);
    await till.push([
      await till.write(voided, after, null, { staffId: 'nobody', approvedBy: dismissed }),
    ]);
    const reply = expectBody(await office('dashboard/sensitive-acts'), SensitiveActsReply);
    expect(reply.acts.slice(0, 5).map(({ by, isAllowed }) => [by, isAllowed])).toEqual([
      ['nobody', false],
      ['nobody', false],
      ['Zarina', false],
      ['Arman', false],
      ['Arman', true],
    ]);
  });

  test('R6: nothing that is changed after a person left, of them or of a namesake, makes their later acts allowed', async () => {
    const namesake = { name: 'Timur', role: 'manager', storeIds: ['ONE'] } as const;
    const hire = async (): Promise<string> =>
      expectBody(await office('dashboard/staff', { body: { ...namesake, pin: '4711' } }), StaffRow)
        .id;
    const [dismissed, moved, staying] = [await hire(), await hire(), await hire()];
    const change = async (id: string, to: object): Promise<void> => {
      const body = { ...namesake, pin: null, active: true, ...to };
      const reply = await office(`dashboard/staff/${id}`, { method: 'PUT', body });
      expect(reply.status).toBe(200);
    };
    const before = at();
    await change(dismissed, { active: false });
    await change(moved, { storeIds: ['TWO'] });
    const after = at();
    await change(dismissed, { active: false, pin: '4713' });
    await change(moved, { storeIds: ['TWO'], active: false });
    await change(staying, { pin: '4712' });
    const acts = [dismissed, moved, staying].flatMap((staffId) =>
      [before, after].map((when) => ({ staffId, when })),
    );
    for (const { staffId, when } of acts)
      await till.push([await till.write(voided, when, null, { staffId })]);
    const reply = expectBody(await office('dashboard/sensitive-acts'), SensitiveActsReply);
    expect(reply.acts.slice(0, acts.length).map(({ isAllowed }) => isAllowed)).toEqual(
      [true, false, true, false, true, true].toReversed(),
    );
  });

  test('of another store are not a store manager’s to see', async () => {
    const other = await enrolTill(server, 'TWO');
    await other.push([await other.write(voided, at(), null)]);
    const storesFor = async (user: Client): Promise<string[]> => {
      const { acts } = expectBody(await user('dashboard/sensitive-acts'), SensitiveActsReply);
      return [...new Set(acts.map(({ storeId }) => storeId))].toSorted();
    };
    expect(await storesFor(office)).toEqual(['ONE', 'TWO']);
    expect(await storesFor(await signIn(server, MANAGER))).toEqual(['ONE']);
    expect((await office('dashboard/sensitive-acts?storeId=NONE')).status).toBe(422);
  });
});
