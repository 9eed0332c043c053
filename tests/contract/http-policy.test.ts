import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_POLICY, policyIn } from '#shared/domain/settings/default-policy.ts';
import type { Policy } from '#shared/domain/settings/policy.ts';
import { minor } from '#shared/kernel/money.ts';
import { ChangesReply } from '#shared/protocol/administration.ts';
import { Reference } from '#shared/protocol/documents.ts';
import { PoliciesReply } from '#shared/protocol/policy.ts';
import { Value } from 'typebox/value';
import { MANAGER, signIn } from './chain.ts';
import { type Client, expectBody } from './http-client.ts';
import type { HttpTill } from './http-till.ts';
import { openChain } from './open-chain.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';

const CHAIN: Policy = { ...DEFAULT_POLICY, returnDays: 30, refundLimit: minor(500_000) };
const OF_ONE: Policy = { ...DEFAULT_POLICY, returnDays: 7, cashForOthers: true };

describe.each(serverKinds)('what tills may do on $name', ({ open }) => {
  let server: OpenServer;
  let office: Client;
  let one: HttpTill;
  let two: HttpTill;

  beforeAll(async () => {
    ({ server, office, one, two } = await openChain(open));
  }, OPENING);
  afterAll(() => server.close());

  const put = (body: unknown) => office('dashboard/policies', { method: 'PUT', body });

  /** As the till's page works it out from what was pulled. */
  const policyAt = async (till: HttpTill): Promise<Policy> => {
    const { pages } = await till.pull();
    const references = pages
      .filter(({ stream }) => stream.startsWith('references'))
      .flatMap(({ changes }) => changes)
      .flatMap(({ document }) => (Value.Check(Reference, document) ? [document] : []));
    const set = references.flatMap((one) => (one.type === 'policy' ? [one.value] : []));
    return policyIn(till.storeId, set);
  };

  test('until head office says otherwise the default holds; then the chain’s, and a store’s own before it', async () => {
    expect(await policyAt(one)).toEqual(DEFAULT_POLICY);
    expectBody(await put({ storeId: null, policy: CHAIN }), PoliciesReply);
    expect([await policyAt(one), await policyAt(two)]).toEqual([CHAIN, CHAIN]);
    const both = expectBody(await put({ storeId: 'ONE', policy: OF_ONE }), PoliciesReply);
    expect(both.policies).toHaveLength(2);
    expect([await policyAt(one), await policyAt(two)]).toEqual([OF_ONE, CHAIN]);
    expectBody(await put({ storeId: 'ONE', policy: null }), PoliciesReply);
    expect(await policyAt(one)).toEqual(CHAIN);
    expectBody(await put({ storeId: null, policy: null }), PoliciesReply);
    expect(await policyAt(one)).toEqual(DEFAULT_POLICY);
    const { changes } = expectBody(await office('dashboard/changes'), ChangesReply);
    expect(changes.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['policy_changed', 'Chain'],
      ['policy_changed', 'ONE'],
      ['policy_changed', 'ONE'],
      ['policy_changed', 'Chain'],
    ]);
  });

  test('what makes no sense, a store that is none, and who may not are refused', async () => {
    const odd = { ...DEFAULT_POLICY, returnDays: -1 };
    expect((await put({ storeId: null, policy: odd })).status).toBe(400);
    expect(await put({ storeId: 'NONE', policy: OF_ONE })).toMatchObject({ status: 422 });
    const giftCards = { least: minor(5000), most: minor(4999) };
    const never = await put({ storeId: null, policy: { ...DEFAULT_POLICY, giftCards } });
    expect(never).toMatchObject({ status: 422, body: { code: 'contradicts_itself' } });
    const manager = await signIn(server, MANAGER);
    expect((await manager('dashboard/policies')).status).toBe(403);
  });
});
