import { startServer } from './start-server.ts';

/** Milliseconds; a server of this machine is there at once. */
const LIMIT = 2000;

/** Whether an open till's server is one of this machine that is not there any more: the till goes on, nothing goes up. */
export const isServerGone = async (serverUrl: string): Promise<boolean> => {
  if (new URL(serverUrl).hostname !== 'localhost') return false;
  try {
    await fetch(`${serverUrl}/healthz`, { signal: AbortSignal.timeout(LIMIT) });
    return false;
  } catch {
    return true;
  }
};

/** Runs the server of an open till again where its page looks for it, until Ctrl-C. Never resolves. */
export const serveAgain = async (root: string, serverUrl: string): Promise<never> => {
  const { port } = new URL(serverUrl);
  const server = await startServer(root, { ...process.env, OMNITILL_SERVER_PORT: port });
  console.log(`\nThe server of the open till runs again:\n  head office ${serverUrl}`);
  console.log('Ctrl-C stops it.');
  const stop = (): void => {
    server.process.removeAllListeners('exit');
    server.process.once('exit', () => process.exit(0));
    server.process.kill('SIGTERM');
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return new Promise<never>(() => undefined);
};
