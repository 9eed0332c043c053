import { report } from './report.ts';
import { withBenchServer } from './with-bench-server.ts';

const SALES = 1000;

/** What one till sold in an outage goes up in one go. */
export const drain = (): Promise<void> =>
  withBenchServer(1, null, async (server, tills) => {
    for (const till of tills) {
      await till.sellOffline(SALES);
      const from = performance.now();
      await till.push();
      const taken = performance.now() - from;
      const { inserted, milliseconds } = await server.ask('insert');
      report(
        'drain',
        { value: taken / 1000, unit: 's' },
        {
          value: (milliseconds * SALES) / inserted / 1000,
          unit: 's',
          name: 'the same texts into a table that only keeps them',
        },
      );
    }
    if (!(await server.ask('in_sequence'))) throw new Error('drain: not written in sequence');
  });
