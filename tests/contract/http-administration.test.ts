import { pbkdf2Sync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameStores } from '#server/chain/store-references.ts';
import { addUser } from '#server/auth/dashboard-users.ts';
import { StoreSettings } from '#shared/domain/settings/schema.ts';
import { StaffMember } from '#shared/domain/staff/schema.ts';
import {
  ChangesReply,
  ChannelsReply,
  NewChannelReply,
  SettingsReply,
  StaffReply,
  StaffRow,
  type NewStore,
} from '#shared/protocol/administration.ts';
import { Reference, referenceId } from '#shared/protocol/documents.ts';
import { Me, StoresReply } from '#shared/protocol/dashboard.ts';
import { minor } from '#shared/kernel/money.ts';
import { Value } from 'typebox/value';
import { furnish, MANAGER, signIn } from './chain.ts';
import { bearer, type Client, createClient, expectBody } from './http-client.ts';
import { enrolTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';

const OWNER = { email: 'owner@chain.example', password: 'a long password' };

const NEW_STORE: NewStore = {
  storeId: 'KYV1',
  name: 'Kyiv · Podil',
  chainName: 'Chain',
  address: '',
  currency: 'UAH',
  timeZone: 'Europe/Kyiv',
  taxInclusive: true,
  taxRates: [
    { id: null, name: 'VAT 20%', rate: 2000 },
    { id: null, name: 'Reduced', rate: 700 },
  ],
  cashIncrement: 50,
  discountLimit: 1000,
  safetyStock: 0,
  machines: { card: 'confirmed', qr: 'confirmed', qrTemplate: '' },
  scaleCodes: [{ holds: 'weight', pattern: '21IIIIINNDDDC' }],
};

describe.each(serverKinds)('the administration on $name', ({ open }) => {
  let server: OpenServer;
  let owner: Client;
  let first: Me;

  const put = (path: string, body: object) => owner(path, { method: 'PUT', body });

  beforeAll(async () => {
    server = await open();
    const body = { token: server.setupToken, name: 'Owner', ...OWNER };
    const setUp = await createClient(server.url)('dashboard/setup', { body });
    first = expectBody(setUp, Me);
    owner = await signIn(server, OWNER);
  }, OPENING);
  afterAll(() => server.close());

  test('T5: the link of the first administrator works once', async () => {
    expect(first).toMatchObject({ role: 'head_office', storeIds: null });
    const second = { ...OWNER, name: 'Second', email: 'second@chain.example' };
    const body = { token: server.setupToken, ...second };
    const again = await createClient(server.url)('dashboard/setup', { body });
    expect(again).toMatchObject({ status: 403, body: { code: 'forbidden', at: '/token' } });
  });

  test('a store is opened with its notes and the ids of its tax rates', async () => {
    const opened = await owner('dashboard/settings', { body: NEW_STORE });
    expect(opened.status).toBe(201);
    const settings = expectBody(opened, StoreSettings);
    expect(settings).toMatchObject({ storeId: 'KYV1', currency: 'UAH', cashIncrement: 50 });
    expect(settings.taxRates.map(({ id }) => id)).toEqual(['tax2000', 'tax700']);
    expect(settings.notes).toContain(minor(20_000));
    expect(expectBody(await owner('dashboard/stores'), StoresReply).stores).toHaveLength(1);
  });

  test.each([
    ['an id that is taken', {}, 409, { code: 'taken', at: '/storeId' }],
    ['an id with an underscore', { storeId: 'A_1' }, 400, { code: 'malformed', at: '/storeId' }],
    ['no such currency', { storeId: 'X', currency: 'XXX' }, 400, { at: '/currency' }],
    ['no such time zone', { storeId: 'X', timeZone: 'Mars/One' }, 400, { at: '/timeZone' }],
    ['no tax rate', { storeId: 'X', taxRates: [] }, 400, { at: '/taxRates' }],
    ['a blank name', { storeId: 'X', name: ' ' }, 400, { at: '/name' }],
  ])('refuses a store with %s and changes nothing', async (_, wrong, status, refusal) => {
    const before = await owner('dashboard/settings');
    const refused = await owner('dashboard/settings', { body: { ...NEW_STORE, ...wrong } });
    expect(refused).toMatchObject({ status, body: refusal });
    expect((await owner('dashboard/settings')).body).toEqual(before.body);
  });

  test('a changed store goes down to its tills; no tax rate that products may name is lost', async () => {
    const till = await enrolTill(server, 'KYV1');
    const { storeId, currency, ...draft } = NEW_STORE;
    const { stores } = expectBody(await owner('dashboard/settings'), SettingsReply);
    const kept = stores[0]?.taxRates.map(({ id, name, rate }) => ({ id, name: name.en, rate }));
    const path = `dashboard/settings/${storeId}`;
    expect(await put(path, draft)).toMatchObject({ status: 400, body: { at: '/taxRates' } });
    const taxRates = [...(kept ?? []), { id: null, name: 'None', rate: 0 }];
    expect((await put(path, { ...draft, name: 'Podil', taxRates })).status).toBe(200);
    const page = await till.pullStream('references:KYV1');
    const down = page?.changes.find(({ id }) => id === 'settings:KYV1')?.document;
    expect(down).toMatchObject({ value: { name: 'Podil', currency } });
    expect(await put('dashboard/settings/NONE', { ...draft, taxRates })).toMatchObject({
      status: 404,
    });
  });

  test('the tills of every store know what other stores there are, also those opened before they did', async () => {
    const { db, ingest } = server;
    const till = await enrolTill(server, 'KYV1');
    const namesAt = async (): Promise<string[]> => {
      const { pages } = await till.pull();
      const documents = pages.flatMap(({ changes }) => changes.map(({ document }) => document));
      return documents.flatMap((document) =>
        Value.Check(Reference, document) && document.type === 'store' ? [document.value.name] : [],
      );
    };
    await owner('dashboard/settings', { body: { ...NEW_STORE, storeId: 'LVV1', name: 'Lviv' } });
    expect(await namesAt()).toContain('Lviv');
    const { stores } = expectBody(await owner('dashboard/settings'), SettingsReply);
    const [known] = stores;
    if (!known) throw new Error('a store was expected');
    const old = { ...known, storeId: 'ODS1', name: 'Odesa' };
    const id = referenceId('settings', 'ODS1');
    await ingest.store.transaction((tx) =>
      tx.putDocuments('references', [
        { id, document: { type: 'settings', value: old }, streams: ['references:ODS1'] },
      ]),
    );
    expect(await namesAt()).not.toContain('Odesa');
    await nameStores({ db, store: ingest.store });
    expect(await namesAt()).toContain('Odesa');
  });

  test('a person’s PIN is kept and shipped as its slow hash alone; without a new one they keep theirs', async () => {
    const draft = { name: 'Oksana', role: 'cashier', storeIds: ['KYV1'] };
    const made = await owner('dashboard/staff', { body: { ...draft, pin: '4711' } });
    expect(made.status).toBe(201);
    const { id } = expectBody(made, StaffRow);
    expect(JSON.stringify((await owner('dashboard/staff')).body)).not.toMatch(/4711|salt|hash/);

    const till = await enrolTill(server, 'KYV1');
    const memberAtTill = async (): Promise<StaffMember> => {
      const page = await till.pullStream('references:KYV1');
      const document = page?.changes.find((change) => change.id === `staff:${id}`)?.document;
      return Value.Parse(StaffMember, (document as { value: unknown } | null)?.value);
    };
    const { pin } = await memberAtTill();
    const salt = Buffer.from(pin.salt, 'base64url');
    const hash = pbkdf2Sync('4711', salt, pin.iterations, 32, 'sha256').toString('base64url');
    expect(pin.hash).toBe(hash);
    expect(pin.iterations).toBeGreaterThanOrEqual(500_000);

    const left = { ...draft, name: 'Oksana K.', active: false, pin: null };
    expect((await put(`dashboard/staff/${id}`, left)).status).toBe(200);
    expect(await memberAtTill()).toMatchObject({ name: 'Oksana K.', active: false, pin });
    expect((await put(`dashboard/staff/${id}`, { ...left, pin: '000000' })).status).toBe(200);
    expect((await memberAtTill()).pin.salt).not.toBe(pin.salt);
    expect((await put(`dashboard/staff/${id}`, { ...left, badge: 'BADGE-77' })).body).toMatchObject(
      {
        hasBadge: true,
      },
    );
    expect((await memberAtTill()).badge?.iterations).toBeGreaterThanOrEqual(500_000);
    expect((await put(`dashboard/staff/${id}`, left)).body).toMatchObject({ hasBadge: true });
    expect((await put(`dashboard/staff/${id}`, { ...left, badge: '' })).body).toMatchObject({
      hasBadge: false,
    });
    expect((await memberAtTill()).badge).toBeUndefined();
  });

  test.each([
    ['a PIN that is none', { pin: '12' }, 400, '/pin'],
    ['a store that is none', { storeIds: ['KYV1', 'NONE'] }, 422, '/storeIds/1'],
    ['no store', { storeIds: [] }, 400, '/storeIds'],
    ['a role that is none', { role: 'owner' }, 400, '/role'],
  ])('refuses a person with %s', async (_, wrong, status, at) => {
    const body = { name: 'X', role: 'cashier', storeIds: ['KYV1'], pin: '1234', ...wrong };
    const before = expectBody(await owner('dashboard/staff'), StaffReply);
    expect(await owner('dashboard/staff', { body })).toMatchObject({ status, body: { at } });
    expect(expectBody(await owner('dashboard/staff'), StaffReply)).toEqual(before);
  });

  test('a channel’s key is shown once, and opens nothing once it is revoked', async () => {
    const made = await owner('dashboard/channels', { body: { name: 'Shop', channel: 'web' } });
    const { channelId, key } = expectBody(made, NewChannelReply);
    const channel = createClient(server.url, bearer(key));
    expect((await channel('orders/x')).status).toBe(404);
    const listed = await owner('dashboard/channels');
    expect(JSON.stringify(listed.body)).not.toContain(key);
    expect(expectBody(listed, ChannelsReply).channels).toMatchObject([
      { channelId, name: 'Shop', channel: 'web', revokedAt: null },
    ]);
    const revoke = `dashboard/channels/${channelId}/revoke`;
    expect((await owner(revoke, { body: {} })).status).toBe(204);
    expect((await channel('orders/x')).status).toBe(401);
    expect((await owner('dashboard/channels/none/revoke', { body: {} })).status).toBe(404);
  });

  test('who changed what is on record, and no secret is', async () => {
    const reply = await owner('dashboard/changes');
    const { changes } = expectBody(reply, ChangesReply);
    const kinds = ['store_created', 'store_changed', 'staff_created', 'staff_changed'];
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(
      new Set([...kinds, 'pin_set', 'badge_set', 'channel_created', 'channel_revoked']),
    );
    expect(new Set(changes.map(({ userName }) => userName))).toEqual(new Set(['Owner']));
    expect(JSON.stringify(reply.body)).not.toMatch(/4711|000000|BADGE-77/);
  });

  test('is for those who look after the whole chain', async () => {
    await furnish(server);
    const part = { ...OWNER, email: 'part@chain.example' };
    const seesOne = { name: 'Part', role: 'head_office', storeIds: ['ONE'], demo: false } as const;
    await addUser(server.db, { ...part, ...seesOne });
    for (const who of [MANAGER, part]) {
      const person = await signIn(server, who);
      for (const path of ['settings', 'staff', 'channels', 'changes'])
        expect((await person(`dashboard/${path}`)).body).toEqual({ code: 'forbidden', at: '' });
      const opened = await person('dashboard/settings', {
        body: { ...NEW_STORE, storeId: 'MINE' },
      });
      expect(opened.status).toBe(403);
    }
  });
});
