import path from 'node:path';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ServerOptions } from '../server.ts';

/** A variable of the environment that makes no sense, as it was found. */
export type OptionProblem = {
  readonly type: 'port_invalid' | 'origin_invalid' | 'mail_invalid';
  readonly name: string;
  /** '' = it is secret. */
  readonly found: string;
};

const PORT = 4600;
const LAST_PORT = 65_535;

const isPort = (text: string): boolean => /^[0-9]{1,5}$/.test(text) && Number(text) <= LAST_PORT;

/** `http://host[:port]` as browsers send it, and nothing more. */
const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

/** `smtp://…` or `smtps://…`, with whom it is from; both or neither. */
const readMail = (url: string, from: string): Result<ServerOptions['mail'], OptionProblem> => {
  if (url === '' && from === '') return ok(undefined);
  const isUrl = URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol);
  // The address has the password in it.
  if (!isUrl) return fail({ type: 'mail_invalid', name: 'OMNITILL_SMTP_URL', found: '' });
  return /^[^\r\n]*[^\s@<]@[^\s@>]+>?$/.test(from)
    ? ok({ url, from })
    : fail({ type: 'mail_invalid', name: 'OMNITILL_MAIL_FROM', found: from });
};

/** How the server runs: the environment of design §8, checked, with its defaults. An empty variable counts as none. */
export const readServerOptions = (
  env: Readonly<Record<string, string | undefined>>,
): Result<ServerOptions, OptionProblem> => {
  const databaseUrl = env['DATABASE_URL'];
  const port = env['OMNITILL_SERVER_PORT'] || String(PORT);
  if (!isPort(port))
    return fail({ type: 'port_invalid', name: 'OMNITILL_SERVER_PORT', found: port });
  const tillOrigins = (env['OMNITILL_TILL_ORIGINS'] ?? '').split(/\s+/).filter((one) => one !== '');
  const wrong = tillOrigins.find((origin) => !isOrigin(origin));
  if (wrong !== undefined)
    return fail({ type: 'origin_invalid', name: 'OMNITILL_TILL_ORIGINS', found: wrong });
  const mail = readMail(env['OMNITILL_SMTP_URL'] ?? '', env['OMNITILL_MAIL_FROM'] ?? '');
  if (!mail.ok) return mail;
  return ok({
    ...(databaseUrl
      ? { databaseUrl }
      : { dataFolder: path.resolve(env['OMNITILL_DATA'] || '.omnitill') }),
    host: env['OMNITILL_HOST'] || '127.0.0.1',
    port: Number(port),
    demo: env['OMNITILL_DEMO'] !== '0',
    dashboardFolder: path.resolve(import.meta.dirname, '../../dist/dashboard'),
    tillOrigins,
    mail: mail.value,
  });
};
