import { beforeEach, describe, expect, test } from 'vitest';
import { operationId } from '#shared/kernel/ids.ts';
import { encodeOperation } from '#shared/operations/seal.ts';
import { badOperations, linkOf } from './bad-operations.ts';
import type { Shop } from './ingest-bench.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { createPushingTill, type PushingTill } from './pushing-till.ts';
import { line, received, sale } from './shop.ts';

describe.each(storeKinds)(
  'bad input is quarantined alone, and what follows goes on, on $name',
  ({ open }) => {
    const shops = openShops(open, 'T');
    let shop: Shop;
    let till: PushingTill;

    beforeEach(async () => {
      shop = await shops.next();
      till = await createPushingTill(shop.environment, shop.storeId);
    });

    const held = async () =>
      (await shop.ledgers()).operations.map(({ seq, status, reason }) => ({ seq, status, reason }));

    const applied = (seq: number) => ({ seq, status: 'applied', reason: null });

    test.each(badOperations)('$title', async ({ reason, of }) => {
      const other = await createPushingTill(shop.environment, shop.storeId, 2);
      await till.write(received('TEA', 10));
      await other.write(received('TEA', 1));
      await till.push();
      await other.push();
      const good = await till.write(sale([line('TEA', 2)]));
      const bad = await of(good);
      till.operations[1] = { ...good, hash: await linkOf(bad) };
      const before = await shop.effects();
      const signature = till.signBy(await linkOf(bad));
      await till.push([bad], { firstSeq: 2, signature });
      const { exceptions, ...after } = await shop.effects();
      expect({ ...after, exceptions: [] }).toEqual(before);
      expect(exceptions.map(({ kind }) => kind)).toEqual(
        reason === 'chain_broken' ? ['chain_broken'] : [],
      );
      const id = operationId(till.journalId, 2);
      expect(await shop.pull('statuses', till.tillId)).toMatchObject([
        { id, status: 'quarantined', reason },
      ]);

      const last = await till.write(sale([line('TEA', 3)]));
      const reply = await till.push([last]);
      expect(reply.ok && reply.value.head).toEqual({ seq: 3, hash: last.hash });
      expect(await held()).toContainEqual({ seq: 2, status: 'quarantined', reason });
      expect((await held()).filter(({ status }) => status === 'applied').length).toBe(3);
      expect(await shop.level('TEA')).toEqual({ onHand: 8, reserved: 0 });
      const texts = (await shop.ledgers()).operations.map(({ text }) => text);
      expect(texts).toContain(typeof bad === 'string' ? bad : encodeOperation(bad));
    });

    test('P2 also in the midst of a batch', async () => {
      for (const bad of badOperations) {
        const good = await till.write(sale([line('TEA')]));
        const text = await bad.of(good);
        const link = await linkOf(text);
        till.operations[good.seq - 1] = { ...good, hash: link };
        await till.write(received('TEA', 1));
      }
      const texts = await Promise.all(
        till.operations.map(async (operation, index) => {
          const bad = badOperations[index / 2];
          if (!bad) return encodeOperation(operation);
          const text = await bad.of(operation);
          return typeof text === 'string' ? text : encodeOperation(text);
        }),
      );
      await till.push(texts, { signature: till.signBy(till.operations.at(-1)?.hash ?? '') });
      expect(await held()).toEqual(
        badOperations.flatMap(({ reason }, index) => [
          { seq: 2 * index + 1, status: 'quarantined', reason },
          applied(2 * index + 2),
        ]),
      );
    });
  },
);
