import { pbkdf2Sync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { parseEnvelope, parseOperation } from '#shared/operations/parse-operation.ts';
import { createTill, IDENTITY, JOURNAL, type TestTill } from '../store/till.fixture.ts';
import { checkPin } from './check-pin.ts';
import { findBadge } from './find-badge.ts';
import { signIn, signInByBadge } from './sign-in.ts';

const staffWith = (id: string, pin: string): StaffMember => {
  const salt = Buffer.from(`the salt of ${id}`);
  const hash = pbkdf2Sync(pin, salt, 10, 32, 'sha256');
  return {
    id,
    name: id,
    role: 'cashier',
    storeIds: ['ONE'],
    pin: { salt: salt.toString('base64url'), iterations: 10, hash: hash.toString('base64url') },
    active: true,
  };
};

const AIGERIM = staffWith('aigerim', '1111');
const BOLAT = staffWith('bolat', '2222');

const enter = ({ store }: TestTill, pin: string, staff = AIGERIM) => signIn(store, staff, pin);

const wrong = (triesLeft: number) => fail({ type: 'pin_wrong', triesLeft });
const locked = (until: string) => fail({ type: 'pin_locked', until });

const types = async ({ store: { ledger } }: TestTill): Promise<string[]> =>
  (await ledger.read(JOURNAL, 0, 100)).map(({ text }) => /"type":"([^"]+)"/.exec(text)?.[1] ?? '');

describe('signIn', () => {
  test('the right PIN lets in and is on record, a wrong one is neither', async () => {
    const till = await createTill();
    expect(await enter(till, '1112')).toEqual(wrong(4));
    expect(await types(till)).toEqual([]);
    expect(await enter(till, '1111')).toEqual(ok(AIGERIM));
    expect(await types(till)).toEqual(['staff.signedIn']);
  });

  test('a badge lets in whose it is, and is on record; a code of nobody is neither', async () => {
    const { store, ...till } = await createTill();
    const withBadge = { ...BOLAT, badge: staffWith('badge', 'BADGE-77').pin };
    const people = [AIGERIM, withBadge];
    expect(await signInByBadge(store, people, 'BADGE-78')).toBeNull();
    // What is as short as a PIN is no badge.
    expect(await signInByBadge(store, people, '2222')).toBeNull();
    expect(await types({ store, ...till })).toEqual([]);
    expect(await signInByBadge(store, people, 'BADGE-77')).toBe(withBadge);
    expect(await types({ store, ...till })).toEqual(['staff.signedIn']);
  });

  test('T4: five wrong tries lock the PIN for a minute, the right one too', async () => {
    const till = await createTill();
    for (const left of [4, 3, 2, 1]) expect(await enter(till, '0000')).toEqual(wrong(left));
    const until = '2026-01-02T11:01:00.000Z';
    expect(await enter(till, '0000')).toEqual(locked(until));
    expect(await enter(till, '1111')).toEqual(locked(until));
    till.clock.now = '2026-01-02T11:00:59.999Z';
    expect(await enter(till, '1111')).toEqual(locked(until));
    till.clock.now = until;
    expect(await enter(till, '1111')).toEqual(ok(AIGERIM));
  });

  test('T4: after a lock-out five tries are given again, and no more', async () => {
    const till = await createTill();
    for (let tries = 0; tries < 5; tries += 1) await enter(till, '0000');
    till.clock.now = '2026-01-02T11:01:00.000Z';
    for (const left of [4, 3, 2, 1]) expect(await enter(till, '0000')).toEqual(wrong(left));
    expect(await enter(till, '0000')).toEqual(locked('2026-01-02T11:02:00.000Z'));
  });

  test('T4: a clock that is set back locks nobody out for longer', async () => {
    const till = await createTill();
    till.clock.now = '2031-05-05T00:00:00.000Z';
    for (let tries = 0; tries < 5; tries += 1) await enter(till, '0000');
    till.clock.now = '2026-01-02T11:00:00.000Z';
    expect(await enter(till, '1111')).toEqual(ok(AIGERIM));
  });

  test('T4: the right PIN in time gives all tries back', async () => {
    const till = await createTill();
    for (let tries = 0; tries < 4; tries += 1) await enter(till, '0000');
    await enter(till, '1111');
    expect(await enter(till, '0000')).toEqual(wrong(4));
  });

  test('T4: tries are counted for each person', async () => {
    const till = await createTill();
    for (let tries = 0; tries < 5; tries += 1) await enter(till, '0000');
    expect(await enter(till, '2222', BOLAT)).toEqual(ok(BOLAT));
  });

  test('J6: switching the till off and on neither unlocks it nor gives tries back', async () => {
    let till = await createTill();
    for (const left of [4, 3, 2, 1]) {
      expect(await enter(till, '0000')).toEqual(wrong(left));
      till = await till.restart();
    }
    const until = '2026-01-02T11:01:00.000Z';
    expect(await enter(till, '0000')).toEqual(locked(until));
    expect(await enter(await till.restart(), '1111')).toEqual(locked(until));
  });

  test('P6: forgetting the state does not unlock it', async () => {
    const till = await createTill();
    for (let tries = 0; tries < 5; tries += 1) await enter(till, '0000');
    await till.store.view.sink.reset();
    expect(await enter(till, '1111')).toEqual(locked('2026-01-02T11:01:00.000Z'));
  });
});

type Refused = Extract<Operation, { type: 'staff.refused' }>;

const refusals = async ({
  store: { ledger },
}: TestTill): Promise<Pick<Refused, 'staffId' | 'payload'>[]> =>
  (await ledger.read(JOURNAL, 0, 100)).flatMap(({ text }) => {
    const envelope = parseEnvelope(text);
    const operation = envelope.ok ? parseOperation(envelope.value) : envelope;
    if (!operation.ok || operation.value.type !== 'staff.refused') return [];
    const { staffId, payload } = operation.value;
    return [{ staffId, payload }];
  });

describe('staff.refused', () => {
  const BADGED = { ...BOLAT, badge: staffWith('badge', 'BADGE-77').pin };
  const scan = ({ store }: TestTill, code: string, signedIn: string | null = null) =>
    findBadge(store, { people: [AIGERIM, BADGED], code, signedIn });

  test('T4: the try that locks a PIN is on record once, with whose it is and never what was tried', async () => {
    const till = await createTill();
    for (let tries = 0; tries < 4; tries += 1) await enter(till, '0963');
    expect(await refusals(till)).toEqual([]);
    await enter(till, '0963');
    await enter(till, '0963');
    expect(await refusals(till)).toEqual([
      {
        staffId: IDENTITY.tillId,
        payload: { kind: 'pin', whose: 'aigerim', signedIn: null },
      },
    ]);
  });

  test('T4: who was signed in while a manager’s PIN was tried is on record', async () => {
    const till = await createTill();
    for (let tries = 0; tries < 5; tries += 1)
      await checkPin(till.store, { staff: BOLAT, pin: '0000', signedIn: 'aigerim' });
    expect(await refusals(till)).toEqual([
      { staffId: 'aigerim', payload: { kind: 'pin', whose: 'bolat', signedIn: 'aigerim' } },
    ]);
  });

  test('T4: every fifth unknown badge in a row is on record, a restart between or not, and none locks the till', async () => {
    let till = await createTill();
    for (let tries = 0; tries < 4; tries += 1) await scan(till, `BADGE-0${tries}`, 'aigerim');
    till = await till.restart();
    expect(await refusals(till)).toEqual([]);
    await scan(till, 'BADGE-05', 'aigerim');
    const payload = { kind: 'badge', whose: null, signedIn: 'aigerim' };
    expect(await refusals(till)).toEqual([{ staffId: 'aigerim', payload }]);
    expect(await scan(till, 'BADGE-77')).toBe(BADGED);
    for (let tries = 0; tries < 4; tries += 1) await scan(till, `BADGE-1${tries}`);
    expect(await refusals(till)).toHaveLength(1);
  });

  test('T4: a badge that is somebody’s forgives the misreads before it, and a code that is no badge counts for nothing', async () => {
    const till = await createTill();
    for (let tries = 0; tries < 4; tries += 1) await scan(till, 'BADGE-78');
    await scan(till, 'BADGE-77');
    for (let tries = 0; tries < 4; tries += 1) await scan(till, 'BADGE-78');
    for (let tries = 0; tries < 5; tries += 1) await scan(till, '2222');
    expect(await refusals(till)).toEqual([]);
  });

  test('T4: where nobody has a badge no scan is a try', async () => {
    const { store, ...till } = await createTill();
    for (let tries = 0; tries < 6; tries += 1)
      await findBadge(store, { people: [AIGERIM], code: '4870001234567', signedIn: null });
    expect(await refusals({ store, ...till })).toEqual([]);
  });
});
