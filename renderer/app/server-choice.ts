import { openShell } from '../host/open-shell.ts';
import type { ServerChoice } from '../screens/enrol/server-form.tsx';
import { serverUrl } from './server-url.ts';

/** How this till is told of its server by hand; null where that is settled: in a browser its web host knows it. */
export const serverChoice = async (): Promise<ServerChoice | null> => {
  const shell = openShell();
  const host = await shell.call('host.describe', {});
  if (!host.ok || !host.value.canChooseServer) return null;
  return {
    address: serverUrl(),
    choose: async (address) => (await shell.call('server.use', { address })).ok,
  };
};
