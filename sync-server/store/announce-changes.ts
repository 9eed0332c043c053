import { sql } from 'kysely';
import type { Database } from './database/open-database.ts';
import type { StoreTables } from './schema.ts';

/** Tells every server process on one database which streams changed. */
export type Announcer = {
  /** Soon, together with what changes meanwhile: a NOTIFY for each transaction halves the throughput. */
  readonly announce: (streams: readonly string[]) => void;
  readonly onChange: (listener: (streams: readonly string[]) => void) => () => void;
  /** Announces what is left and listens no more. */
  readonly close: () => Promise<void>;
};

const CHANNEL = 'omnitill_changes';
const DELAY = 50;
/** A payload has less than 8,000 bytes; a stream's name has at most some 80. */
const STREAMS_IN_PAYLOAD = 90;

const payloadsOf = (streams: readonly string[]): string[] => {
  const payloads: string[] = [];
  for (let start = 0; start < streams.length; start += STREAMS_IN_PAYLOAD)
    payloads.push(streams.slice(start, start + STREAMS_IN_PAYLOAD).join(' '));
  return payloads;
};

export const createAnnouncer = async ({
  kysely,
  listen,
}: Database<StoreTables>): Promise<Announcer> => {
  const listeners = new Set<(streams: readonly string[]) => void>();
  let waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<unknown> = Promise.resolve();

  const unlisten = await listen(CHANNEL, (payload) => {
    const streams = payload.split(' ');
    for (const listener of listeners) listener(streams);
  });

  const send = async (payloads: readonly string[]): Promise<void> => {
    await sql`select pg_notify(${CHANNEL}, payload) from unnest(${payloads}::text[]) as payload`.execute(
      kysely,
    );
  };

  const flush = (): void => {
    timer = undefined;
    const payloads = payloadsOf([...waiting]);
    waiting = new Set();
    // A lost tick delays a till until it polls; nothing more hangs on it.
    sending = Promise.all([sending, send(payloads)]).catch(() => undefined);
  };

  return {
    announce: (streams) => {
      if (streams.length === 0) return;
      for (const stream of streams) waiting.add(stream);
      timer ??= setTimeout(flush, DELAY);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      if (timer !== undefined) {
        clearTimeout(timer);
        flush();
      }
      await sending;
      await unlisten();
    },
  };
};
