import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Administrator } from './run/head-office.ts';

export type Options = {
  readonly file: string;
  readonly tills: number;
  readonly kills: number;
  /** A server that runs already, and who may give out enrolment codes there; null = an own one is started. */
  readonly server: { readonly url: string; readonly administrator: Administrator } | null;
  /** Where the tills' journals, and the own server's data, are kept; null = nowhere for long. */
  readonly data: string | null;
  readonly seed: number;
};

const MAX_TILLS = 64;

export const USAGE = `npm run replay -- --file FILE --tills N --kills K [--server URL] [--data FOLDER] [--seed S]

Feeds a shop's invoices (CSV or CSV.gz, see tests/replay/RULES.md) through N tills to a server.
  --file FILE     the invoices
  --tills N       1 to ${MAX_TILLS}
  --kills K       how often the server is killed on the way
  --server URL    a server that runs already and has a store that sells in GBP and nothing else in those days;
                  OMNITILL_EMAIL and OMNITILL_PASSWORD say who may sign in at its dashboard;
                  without it one is started on a free port
  --data FOLDER   keeps the tills' journals and the server's data: run again, it goes on from there
  --seed S        of all chance, a whole number; 1 unless given`;

/** Why the command line makes no sense, in words for whoever typed it. */
type Complaint = string;

const wholeNumber = (text: string, least: number, most: number): number | null => {
  const number = Number(text);
  return /^[0-9]{1,10}$/.test(text) && number >= least && number <= most ? number : null;
};

export const parseOptions = (
  args: readonly string[],
  { OMNITILL_EMAIL: email, OMNITILL_PASSWORD: password }: NodeJS.ProcessEnv,
): Result<Options, Complaint> => {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        file: { type: 'string' },
        tills: { type: 'string' },
        kills: { type: 'string' },
        server: { type: 'string' },
        data: { type: 'string' },
        seed: { type: 'string', default: '1' },
      },
    }));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
  const { file, server = null, data = null } = values;
  if (file === undefined) return fail('--file is missing');
  const tills = wholeNumber(values.tills ?? '', 1, MAX_TILLS);
  if (tills === null) return fail(`--tills must be a whole number from 1 to ${MAX_TILLS}`);
  const kills = wholeNumber(values.kills ?? '', 0, 100);
  if (kills === null) return fail('--kills must be a whole number from 0 to 100');
  const seed = wholeNumber(values.seed, 0, 4_294_967_295);
  if (seed === null) return fail('--seed must be a whole number');
  if (server === null) return ok({ file, tills, kills, server, data, seed });
  if (!URL.canParse(server)) return fail(`--server: ${server} is no address`);
  if (kills > 0)
    return fail('--kills and --server together are not possible: only an own server is killed');
  if (email === undefined || password === undefined)
    return fail('--server needs OMNITILL_EMAIL and OMNITILL_PASSWORD');
  const url = new URL(server).origin;
  return ok({
    file,
    tills,
    kills,
    data,
    seed,
    server: { url, administrator: { email, password } },
  });
};
