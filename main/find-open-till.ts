const SERVER = /<meta name="omnitill-server" content="([^"]*)">/;
/** Milliseconds; a page of this machine is there at once. */
const LIMIT = 2000;
/** Milliseconds; a server may be busy, or far. */
const SERVER_LIMIT = 3000;

/** The server of the till that is served at this port of this machine already; null = there is none, or another program. */
export const findOpenTill = async (port: number): Promise<string | null> => {
  // Any free port: nobody can be there.
  if (port === 0) return null;
  try {
    const page = await fetch(`http://localhost:${port}/`, { signal: AbortSignal.timeout(LIMIT) });
    return SERVER.exec(await page.text())?.[1] ?? null;
  } catch {
    return null;
  }
};

/** Whether an open till's server takes requests now. */
export const isAnswering = async (serverUrl: string): Promise<boolean> => {
  try {
    await fetch(`${serverUrl}/healthz`, { signal: AbortSignal.timeout(SERVER_LIMIT) });
    return true;
  } catch {
    return false;
  }
};
