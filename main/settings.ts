import path from 'node:path';

/** How the product runs here: the environment of design §8, with its defaults. */
export type Settings = {
  /** Where the server listens. */
  readonly host: string;
  readonly serverPort: number;
  readonly tillPort: number;
  readonly dataFolder: string;
  readonly isDemo: boolean;
  /** Set when the till works with a server elsewhere; then none is started here. */
  readonly serverUrl: string | null;
};

const port = (text: string | undefined, standard: number): number => {
  if (text === undefined || text === '') return standard;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new RangeError(`not a port: ${text}`);
  return number;
};

/** Where it can be called, as browsers name it; the page's policy lets the till call nothing else. */
const origin = (text: string | undefined): string | null => {
  if (text === undefined || text === '') return null;
  // Who somebody is does not stand in an address, and is not said aloud.
  if (text.includes('@'))
    throw new RangeError('OMNITILL_SERVER_URL has a name or a password in it');
  if (!/^https?:/.test(text) || !URL.canParse(text))
    throw new RangeError(`OMNITILL_SERVER_URL is no address of a server: ${text}`);
  return new URL(text).origin;
};

/** An empty variable counts as none. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings => ({
  host: environment['OMNITILL_HOST'] || '127.0.0.1',
  serverPort: port(environment['OMNITILL_SERVER_PORT'], 4600),
  tillPort: port(environment['OMNITILL_TILL_PORT'], 4610),
  dataFolder: path.resolve(environment['OMNITILL_DATA'] || '.omnitill'),
  isDemo: environment['OMNITILL_DEMO'] !== '0',
  serverUrl: origin(environment['OMNITILL_SERVER_URL']),
});
