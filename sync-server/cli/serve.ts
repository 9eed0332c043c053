// Runs the server until it is told to stop, with the environment of design §8.
import { hasUsers } from '#server/auth/dashboard-users.ts';
import { createServer, type Server, type ServerOptions } from '#server/server.ts';
import { DataFolderLockedError } from '#server/store/database/lock-folder.ts';
import { retireDemo } from './demo/retire-demo.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { readServerOptions } from './read-options.ts';

const giveUp = (line: string): never => {
  console.error(line);
  process.exit(1);
};

const isAddressTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** It was told to stop; heard from the first moment, as what it does first may take a minute. */
const asked = new AbortController();
const ask = (): void => asked.abort();
process.once('SIGINT', ask);
process.once('SIGTERM', ask);
// Whoever started it is gone: it would hold the data folder for nobody.
process.once('disconnect', ask);
if (process.send !== undefined && !process.connected) ask();

/** At once, or when it is told to; `server` has its data open. */
const stopWhenAsked = (server: Server): void => {
  const stop = (): void => {
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  if (asked.signal.aborted) stop();
  else asked.signal.addEventListener('abort', stop);
};

/** The demo is made, or kept apart from a real chain. */
const prepareDemo = async (server: Server, demo: boolean): Promise<void> => {
  if (!demo) {
    if (await retireDemo(server))
      console.log(
        'This folder holds demo data: its tills, staff, sign-ins and channel keys are refused. ' +
          'For an empty start choose another OMNITILL_DATA.',
      );
    return;
  }
  if (await hasUsers(server.db)) {
    await server.close();
    giveUp(
      'This data belongs to a real chain: start with OMNITILL_DEMO=0, or choose another folder.',
    );
  }
  if (await seedDemo(server)) console.log('Demo data: two weeks of three shops.');
};

const serve = async (server: Server, options: ServerOptions): Promise<void> => {
  await prepareDemo(server, options.demo);
  const { address } = await server.listen().catch(async (error: unknown): Promise<never> => {
    await server.close();
    if (!isAddressTaken(error)) throw error;
    return giveUp(
      `address_in_use: another program listens on ${options.host}:${options.port}. ` +
        'Stop it, or choose another OMNITILL_SERVER_PORT.',
    );
  });
  console.log(`Server: ${address}`);
  if (server.setupToken !== null)
    console.log(`Make the first administrator: ${address}/setup#${server.setupToken}`);
  // Whoever started this process as a child hears where it listens.
  if (process.connected) process.send?.({ url: address });
};

const read = readServerOptions(process.env);
const options = read.ok
  ? read.value
  : giveUp(`${read.problem.type}: ${read.problem.name}=${JSON.stringify(read.problem.found)}`);
const server = await createServer(options).catch((error: unknown): never => {
  if (!(error instanceof DataFolderLockedError)) throw error;
  return giveUp(`data_folder_locked: process ${error.pid} works with ${error.folder}.`);
});
stopWhenAsked(server);
if (!asked.signal.aborted)
  await serve(server, options).catch((error: unknown) => {
    // What was under way finds the data closed.
    if (!asked.signal.aborted) throw error;
  });
