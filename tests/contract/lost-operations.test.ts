import { beforeEach, describe, expect, test } from 'vitest';
import { withLost } from '#renderer/sync/lost-operations.ts';
import { encodeOperation } from '#shared/operations/seal.ts';
import type { Shop } from './ingest-bench.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { createPushingTill, type PushingTill } from './pushing-till.ts';
import { line, received, sale } from './shop.ts';

describe.each(storeKinds)('operations that a till has lost, on $name', ({ open }) => {
  const shops = openShops(open, 'L');
  let shop: Shop;
  let till: PushingTill;

  beforeEach(async () => {
    shop = await shops.next();
    till = await createPushingTill(shop.environment, shop.storeId);
  });

  test('P3: are kept aside in their places, and what is behind them counts', async () => {
    await till.write(received('TEA', 100));
    for (let sales = 0; sales < 7; sales += 1) await till.write(sale([line('TEA', 1)]));
    await till.push(till.operations.slice(0, 2));
    const left = till.operations.filter(({ seq }) => seq > 2 && ![3, 5, 6].includes(seq));
    const rows = left.map((operation) => {
      const { journalId, seq, hash } = operation;
      return { journalId, seq, hash, text: encodeOperation(operation) };
    });
    const head = till.operations.slice(-1);
    // The batch is signed for the last of them.
    const texts = withLost(2, rows).map(({ text }) => text);
    const sent = [...texts.slice(0, -1), ...head];
    const reply = await till.push(sent, { acknowledged: 2, firstSeq: 3 });
    expect(reply).toMatchObject({
      value: { forked: false, head: { seq: 8, hash: head[0]?.hash } },
    });
    const { operations } = await shop.ledgers();
    expect(operations.filter(({ status }) => status !== 'applied')).toMatchObject(
      [3, 5, 6].map((seq) => ({ seq, status: 'quarantined', reason: 'operation_malformed' })),
    );
    // One sale before them, three behind.
    expect(await shop.level('TEA')).toMatchObject({ onHand: 96 });
  });
});
