import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { OperationRow } from '../store/store.ts';

/** What a collector may know of this server: counts and durations, no documents. */
export type Metrics = {
  readonly registry: Registry;
  readonly operations: Counter;
  readonly ingestSeconds: Histogram;
  readonly pullPages: Counter;
  readonly letters: Counter<'outcome'>;
};

export type MetricSources = {
  readonly openStreams: () => number;
  readonly openExceptions: () => Promise<number>;
  /** How many operations the server holds, by status. */
  readonly heldOperations: () => Promise<Readonly<Record<OperationRow['status'], number>>>;
};

export const createMetrics = ({
  openStreams,
  openExceptions,
  heldOperations,
}: MetricSources): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  new Gauge({
    name: 'omnitill_open_streams',
    help: 'Tills and dashboards that listen for ticks now',
    registers,
    collect() {
      this.set(openStreams());
    },
  });
  new Gauge({
    name: 'omnitill_exceptions_open',
    help: 'Contradictions that wait for a decision',
    registers,
    async collect() {
      this.set(await openExceptions());
    },
  });
  new Gauge({
    name: 'omnitill_operations_held',
    help: 'Operations that were taken in, by what became of them',
    labelNames: ['status'],
    registers,
    async collect() {
      const { applied, quarantined } = await heldOperations();
      this.set({ status: 'applied' }, applied);
      this.set({ status: 'quarantined' }, quarantined);
    },
  });
  return {
    registry,
    operations: new Counter({
      name: 'omnitill_operations_pushed_total',
      help: 'Operations that tills pushed, those held already among them',
      registers,
    }),
    ingestSeconds: new Histogram({
      name: 'omnitill_ingest_seconds',
      help: 'Time to take in one batch of operations',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    pullPages: new Counter({
      name: 'omnitill_pull_pages_total',
      help: 'Pages with changes that were sent down',
      registers,
    }),
    letters: new Counter({
      name: 'omnitill_receipt_letters_total',
      help: 'Receipts that tills wanted sent by e-mail, by what became of them',
      labelNames: ['outcome'],
      registers,
    }),
  };
};
