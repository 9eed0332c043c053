import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What a collector may know of this server: counts and durations, no documents. */
export type Metrics = {
  readonly registry: Registry;
  readonly operations: Counter<'status'>;
  readonly ingestSeconds: Histogram;
  readonly pullPages: Counter;
};

export type MetricSources = {
  readonly openStreams: () => number;
  readonly openExceptions: () => Promise<number>;
};

export const createMetrics = ({ openStreams, openExceptions }: MetricSources): Metrics => {
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
  return {
    registry,
    operations: new Counter({
      name: 'omnitill_operations_ingested_total',
      help: 'Operations taken in, by what became of them',
      labelNames: ['status'],
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
  };
};
