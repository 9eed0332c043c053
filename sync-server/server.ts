import { randomUUID } from 'node:crypto';
import { prepareFirstAdministrator } from './auth/first-administrator.ts';
import { keepTrust } from './auth/till-certificates.ts';
import { nameStores } from './chain/store-references.ts';
import { callDemoShopAt } from './channels/demo-channel-key.ts';
import { keepTelling } from './channels/keep-telling.ts';
import { tellChannels } from './channels/tell-channels.ts';
import { alsoOnLoopback } from './http/also-on-loopback.ts';
import { createApp, type LogLevel } from './http/app.ts';
import { createLiveTicks } from './http/live-ticks.ts';
import { createMetrics } from './http/metrics.ts';
import { createTillContacts } from './http/till-contacts.ts';
import type { IngestEnvironment } from './ingest/environment.ts';
import { reingestQuarantined } from './ingest/reingest-quarantined.ts';
import { migrations } from './migrations.ts';
import { createSmtpMailer, type MailOptions } from './mail/smtp-mailer.ts';
import { nodeCrypto } from './node-crypto.ts';
import { countOpenExceptions } from './projections/exceptions.ts';
import { noticeCustomersTwice } from './ingest/notice-twice.ts';
import { noticeUnended } from './ingest/notice-unended.ts';
import { noticeUnexplained } from './ingest/notice-unexplained.ts';
import { countOperations } from './projections/quarantine.ts';
import {
  type Database,
  type DatabaseOptions,
  openDatabase,
} from './store/database/open-database.ts';
import { migrate } from './store/migrations/migrate.ts';
import type { StoreTables } from './store/schema.ts';
import { createSqlStore } from './store/sql-store.ts';
import type { Store } from './store/store.ts';
import type { AuthTables } from './auth/tables.ts';
import type { Tables } from './tables.ts';

export type ServerOptions = DatabaseOptions & {
  readonly host: string;
  /** 0 = any that is free. */
  readonly port: number;
  /** The demo's public sign-ins count, and any browser may become a till. */
  readonly demo: boolean;
  /** Where the dashboard was built into; it need not be there. */
  readonly dashboardFolder: string;
  /** Origins of tills' pages besides those of this machine. */
  readonly tillOrigins?: readonly string[];
  readonly logLevel?: LogLevel;
  /** Left out: nobody carries letters, and no till offers any. */
  readonly mail?: MailOptions | undefined;
};

export type Listening = {
  readonly port: number;
  /** `http://127.0.0.1:4600` */
  readonly address: string;
};

/** The server with its database open; it takes requests once it listens. */
export type Server = {
  readonly db: Tables;
  readonly ingest: IngestEnvironment;
  /** What the one-time link of the first administrator carries; null = there is nothing to set up. */
  readonly setupToken: string | null;
  readonly listen: () => Promise<Listening>;
  /** Ends what is under way and closes the database; once, however often it is asked. */
  readonly close: () => Promise<void>;
};

/** Milliseconds that a request under way has to end when the server closes; tills send it again. */
const GRACE = 5_000;

/** Milliseconds that a channel has to answer. */
const PATIENCE = 10_000;

/** Milliseconds between two looks at what comes to its end, or meets, without anybody's telling. */
const ROUND = 3_600_000;

const now = (): string => new Date().toISOString();

/**
 * What is looked after at once and then every hour, one after the other, whichever of them fails; ended by what it returns, once
 * what is under way has ended.
 */
const makeRounds = (
  parts: { readonly db: Tables; readonly store: Store },
  report: (error: unknown) => void,
): (() => Promise<void>) => {
  const jobs = [keepTrust, noticeUnended, noticeUnexplained, noticeCustomersTwice];
  let running: Promise<void> | null = null;
  let isEnding = false;
  const run = async (): Promise<void> => {
    for (const job of jobs) if (!isEnding) await job(parts, now()).catch(report);
    running = null;
  };
  const round = (): void => {
    running ??= run();
  };
  round();
  const rounds = setInterval(round, ROUND);
  return async () => {
    isEnding = true;
    clearInterval(rounds);
    await running;
  };
};

const serveFrom = async (
  database: Database<StoreTables>,
  { host, port, demo, dashboardFolder, tillOrigins = [], logLevel = 'warn', mail }: ServerOptions,
): Promise<Server> => {
  const db: Tables = database.kysely.withTables<AuthTables>();
  await migrate(db, migrations);
  const store = await createSqlStore(database);
  const ingest: IngestEnvironment = { store, crypto: nodeCrypto, now, createId: randomUUID };
  await reingestQuarantined(ingest);
  await nameStores({ db, store });
  await keepTrust({ db, store }, now());
  const live = createLiveTicks();
  store.onChange(live.publish);
  const setup = await prepareFirstAdministrator(db, demo);
  const metrics = createMetrics({
    openStreams: live.count,
    openExceptions: () => countOpenExceptions(db, null),
    heldOperations: () => countOperations(db),
  });
  const noteContact = createTillContacts(db, live, now);
  const mailer = mail === undefined ? null : createSmtpMailer(mail);
  const app = await createApp(
    { db, store, ingest, live, metrics, noteContact, setup, mailer, demo, now },
    { host, tillOrigins, dashboardFolder, logLevel },
  );
  const endRounds = makeRounds({ db, store }, (error) => app.log.error({ err: error }));
  const telling = keepTelling(
    (signal) => tellChannels(db, { demo, now, patience: PATIENCE, signal }),
    (error) => app.log.error({ err: error }),
  );
  let onLoopback: Awaited<ReturnType<typeof alsoOnLoopback>> = null;
  const end = async (): Promise<void> => {
    const ended = endRounds();
    await telling.close();
    onLoopback?.close();
    const impatience = setTimeout(() => {
      for (const each of [app.server, onLoopback]) each?.closeAllConnections();
    }, GRACE);
    await app.close();
    onLoopback?.closeIdleConnections();
    clearTimeout(impatience);
    await ended;
    await store.close();
    await database.close();
  };
  let ending: Promise<void> | null = null;
  return {
    db,
    ingest,
    setupToken: setup.token,
    listen: async () => {
      const address = await app.listen({ host, port });
      onLoopback = await alsoOnLoopback(app);
      if (demo) await callDemoShopAt(db, address);
      const bound = app.server.address();
      return { port: typeof bound === 'object' && bound ? bound.port : port, address };
    },
    close: () => (ending ??= end()),
  };
};

/**
 * Opens the database, brings its tables up to date, and applies what an earlier build could not. Rejects when the
 * database cannot be opened or the data folder is in use.
 */
export const createServer = async (options: ServerOptions): Promise<Server> => {
  const database = await openDatabase<StoreTables>(options);
  try {
    return await serveFrom(database, options);
  } catch (error) {
    await database.close();
    throw error;
  }
};
