import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePasswordLink } from '#server/auth/password-links.ts';
import { AccountsReply, PasswordLinkReply } from '#shared/protocol/accounts.ts';
import { ChangesReply } from '#shared/protocol/administration.ts';
import { Me, StoresReply } from '#shared/protocol/dashboard.ts';
import { furnish, HEAD_OFFICE, MANAGER, signIn } from './chain.ts';
import { type Client, createClient, expectBody } from './http-client.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';

const PASSWORD = 'a password of her own';
const AIDA = {
  name: 'Aida',
  email: 'Aida@Chain.example',
  role: 'store_manager',
  storeIds: ['TWO'],
} as const;

describe.each(serverKinds)('accounts of the dashboard on $name', ({ open }) => {
  let server: OpenServer;
  let office: Client;
  let anybody: Client;

  const invite = (value: object, who = office) => who('dashboard/accounts', { body: value });
  const accounts = async () =>
    expectBody(await office('dashboard/accounts'), AccountsReply).accounts;
  const idOf = async (email: string) =>
    (await accounts()).find((account) => account.email === email)?.userId ?? '';
  const act = (userId: string, what: 'password-link' | 'remove', who = office) =>
    who(`dashboard/accounts/${userId}/${what}`, { body: {} });
  const choose = (token: string, password = PASSWORD) =>
    anybody('dashboard/password', { body: { token, password } });
  /** Invited, with a password and signed in. */
  const join = async (person: { readonly name: string; readonly email: string }) => {
    const { token } = expectBody(await invite(person), PasswordLinkReply);
    expect((await choose(token)).status).toBe(200);
    return signIn(server, { email: person.email, password: PASSWORD });
  };
  const administrator = (name: string) => ({
    name,
    email: `${name}@chain.example`,
    role: 'head_office',
    storeIds: null,
  });

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    office = await signIn(server, HEAD_OFFICE);
    anybody = createClient(server.url);
  }, OPENING);
  afterAll(() => server.close());

  test('T5: who is invited enters by a link that works once, and sees their stores alone', async () => {
    const { token } = expectBody(await invite(AIDA), PasswordLinkReply);
    const email = 'aida@chain.example';
    expect(await accounts()).toContainEqual(
      expect.objectContaining({ name: 'Aida', email, storeIds: ['TWO'], state: 'invited' }),
    );
    const early = { email, password: '' };
    for (const password of ['x', PASSWORD])
      expect((await anybody('dashboard/sign-in', { body: { ...early, password } })).status).toBe(
        401,
      );
    expect((await choose('x'.repeat(43))).status).toBe(403);
    expect((await choose(token, 'too short')).status).toBe(400);
    expect(expectBody(await choose(token), Me)).toMatchObject({
      email,
      role: 'store_manager',
      storeIds: ['TWO'],
    });
    expect((await choose(token, 'a password of another')).status).toBe(403);
    const aida = await signIn(server, { email, password: PASSWORD });
    const { stores } = expectBody(await aida('dashboard/stores'), StoresReply);
    expect(stores.map(({ storeId }) => storeId)).toEqual(['TWO']);
    expect(await accounts()).toContainEqual(expect.objectContaining({ email, state: 'active' }));
  });

  test('T5: only administrators see, invite, help and take back', async () => {
    const manager = await signIn(server, MANAGER);
    const id = await idOf(HEAD_OFFICE.email);
    expect((await manager('dashboard/accounts')).status).toBe(403);
    expect((await invite(administrator('eve'), manager)).status).toBe(403);
    expect((await act(id, 'password-link', manager)).status).toBe(403);
    expect((await act(id, 'remove', manager)).status).toBe(403);
    expect((await anybody('dashboard/accounts')).status).toBe(401);
  });

  test('T5: a link is over after a day, and when another is made', async () => {
    const id = await idOf(MANAGER.email);
    const past = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
    const late = await makePasswordLink(server.db, id, past(24));
    expect((await choose(late.token)).status).toBe(403);
    const first = expectBody(await act(id, 'password-link'), PasswordLinkReply);
    const second = expectBody(await act(id, 'password-link'), PasswordLinkReply);
    expect((await choose(first.token)).status).toBe(403);
    expect((await anybody('dashboard/sign-in', { body: MANAGER })).status).toBe(200);
    expect((await choose(second.token)).status).toBe(200);
    const old = await anybody('dashboard/sign-in', { body: MANAGER });
    expect(old.status).toBe(401);
  });

  test('T5: another password ends the sessions before it and opens a locked account', async () => {
    const before = await join({ ...AIDA, name: 'Ben', email: 'ben@chain.example' });
    expect((await before('dashboard/me')).status).toBe(200);
    const wrong = { email: 'ben@chain.example', password: 'wrong' };
    for (let tried = 0; tried < 5; tried += 1) await anybody('dashboard/sign-in', { body: wrong });
    const right = { email: 'ben@chain.example', password: PASSWORD };
    expect((await anybody('dashboard/sign-in', { body: right })).status).toBe(429);
    const id = await idOf('ben@chain.example');
    const { token } = expectBody(await act(id, 'password-link'), PasswordLinkReply);
    const another = 'another password of his';
    expect((await choose(token, another)).status).toBe(200);
    expect((await before('dashboard/me')).status).toBe(401);
    await signIn(server, { ...right, password: another });
  });

  test('T5: who is taken back is out at once, with their link, and may be invited anew', async () => {
    const email = 'cem@chain.example';
    const cem = await join({ ...AIDA, name: 'Cem', email });
    const id = await idOf(email);
    const { token } = expectBody(await act(id, 'password-link'), PasswordLinkReply);
    expect((await act(id, 'remove')).status).toBe(204);
    expect((await cem('dashboard/me')).status).toBe(401);
    expect((await choose(token)).status).toBe(403);
    expect(
      (await anybody('dashboard/sign-in', { body: { email, password: PASSWORD } })).status,
    ).toBe(401);
    expect((await act(id, 'remove')).status).toBe(404);
    expect((await act(id, 'password-link')).status).toBe(404);
    expect((await invite({ ...AIDA, email })).status).toBe(200);
  });

  test('T5: the last administrator who can sign in cannot be taken away', async () => {
    const own = await idOf(HEAD_OFFICE.email);
    const refused = { status: 409, body: { code: 'action_not_offered', at: '/userId' } };
    expect(await act(own, 'remove')).toMatchObject(refused);
    await invite(administrator('invited-only'));
    expect(await act(own, 'remove')).toMatchObject(refused);
    const other = await join(administrator('dana'));
    const theirs = await idOf('dana@chain.example');
    const outcomes = await Promise.all([act(theirs, 'remove'), act(own, 'remove', other)]);
    expect(outcomes.map(({ status }) => status)).toContain(204);
    const left = await Promise.all([office('dashboard/me'), other('dashboard/me')]);
    expect(left.filter(({ status }) => status === 200)).toHaveLength(1);
    if (left[0]?.status === 401) office = other;
  });

  test('what contradicts itself, is of no store or of an address that is taken is refused', async () => {
    const refused = (part: object) => invite({ ...AIDA, email: 'new@chain.example', ...part });
    expect(await refused({ storeIds: null })).toMatchObject({
      status: 422,
      body: { code: 'contradicts_itself', at: '/storeIds' },
    });
    expect(await refused({ role: 'head_office' })).toMatchObject({ status: 422 });
    expect(await refused({ storeIds: ['TWO', 'NOWHERE'] })).toMatchObject({
      status: 422,
      body: { code: 'unknown_store', at: '/storeIds/1' },
    });
    expect(await refused({ email: 'AIDA@chain.example' })).toMatchObject({
      status: 409,
      body: { code: 'taken', at: '/email' },
    });
    for (const part of [{ storeIds: [] }, { name: ' ' }, { email: 'nobody' }, { role: 'owner' }])
      expect((await refused(part)).status).toBe(400);
    expect(await idOf('new@chain.example')).toBe('');
  });

  test('who invited, helped and took back is on record, with the password that was chosen', async () => {
    const { changes } = expectBody(await office('dashboard/changes'), ChangesReply);
    expect(changes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'account_invited',
        'password_set',
        'password_link_made',
        'account_removed',
      ]),
    );
    expect(
      changes.find(({ kind, subject }) => kind === 'password_set' && subject === 'Aida'),
    ).toMatchObject({
      userName: 'Aida',
    });
  });
});
