// Runs the server until it is told to stop, with the environment of design §8.
import path from 'node:path';
import { createServer, type Server, type ServerOptions } from '#server/server.ts';
import { seedDemo } from './demo/seed-demo.ts';

const { env } = process;

const database = env['DATABASE_URL']
  ? { databaseUrl: env['DATABASE_URL'] }
  : { dataFolder: path.resolve(env['OMNITILL_DATA'] ?? '.omnitill') };

const options: ServerOptions = {
  ...database,
  host: env['OMNITILL_HOST'] ?? '127.0.0.1',
  port: Number(env['OMNITILL_SERVER_PORT'] ?? 4600),
  demo: env['OMNITILL_DEMO'] !== '0',
  dashboardFolder: path.resolve(import.meta.dirname, '../../dist/dashboard'),
  tillOrigins: (env['OMNITILL_TILL_ORIGINS'] ?? '').split(' ').filter((origin) => origin !== ''),
};

const stopOn = (server: Server): void => {
  const stop = (): void => {
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // Whoever started it is gone: it would hold the data folder for nobody.
  process.once('disconnect', stop);
};

const server = await createServer(options);
stopOn(server);
if (options.demo && (await seedDemo({ db: server.db, ingest: server.ingest })))
  console.log('Demo data: two weeks of three shops.');
const { address } = await server.listen();
console.log(`Server: ${address}`);
if (server.setupToken !== null)
  console.log(`Make the first administrator: ${address}/setup#${server.setupToken}`);
// Whoever started this process as a child hears where it listens.
process.send?.({ url: address });
