import { randomUUID } from 'node:crypto';
import { ok } from '#shared/kernel/result.ts';
import { line, received, sale } from '../contract/shop.ts';
import { type Outbox, startOutbox } from '../replay/run/outbox.ts';
import { ensureEnrolled, openSimulatedTill } from '../replay/run/simulated-till.ts';
import { SKUS } from './bench-shop.ts';

/** A till in this process: the real one's journal and outbox, and nobody to look at it. */
export type NodeTill = {
  /** So many sales of three lines, kept until there is a network. */
  readonly sellOffline: (sales: number) => Promise<void>;
  /** The network is back; resolves when the server holds everything. */
  readonly push: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const ACTOR = { staffId: 'anna', shiftId: null, approvedBy: null };
const LINES = 3;
/** Pieces of each product, so that none is sold below zero. */
const STOCK = 100_000;

const linesOf = (number: number) =>
  Array.from({ length: LINES }, (_, place) => {
    const sku = SKUS[(number * LINES + place * 7) % SKUS.length] ?? '';
    return line(sku, 1 + place, `line-${place}`);
  });

const receiveAll = () => ({
  type: 'stock.received' as const,
  payload: {
    deliveryId: null,
    reference: 'bench',
    lines: SKUS.flatMap((sku) => received(sku, STOCK).payload.lines),
  },
});

const startDraining = (outbox: Outbox): Promise<void> => {
  outbox.wake();
  return outbox.drained(0);
};

/** Enrols a till and gives its store something to sell. */
export const openNodeTill = async (
  folder: string,
  serverUrl: string,
  code: string,
): Promise<NodeTill> => {
  const till = await openSimulatedTill(folder, code);
  const { ledger, journal, keys, line: network } = till;
  const clock = (): void => till.setClock(new Date().toISOString());
  await ensureEnrolled(till, serverUrl, async () => code);
  const outbox = startOutbox({
    serverUrl,
    ledger,
    journal,
    sign: keys.sign,
    line: network,
    random: Math.random,
  });
  clock();
  await journal.write(ACTOR, async () => ok(receiveAll()));
  await startDraining(outbox);
  return {
    sellOffline: async (sales) => {
      network.cut();
      for (let number = 0; number < sales; number += 1) {
        clock();
        await journal.write(ACTOR, async () => ok(sale(linesOf(number), randomUUID())));
      }
    },
    push: () => {
      network.mend();
      return startDraining(outbox);
    },
    close: async () => {
      await outbox.stop();
      await ledger.close();
    },
  };
};
