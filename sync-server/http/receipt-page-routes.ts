import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { matchLocale } from '#shared/i18n/locales.ts';
import { Exact } from '#shared/kernel/schema.ts';
import { LOCALES, type Locale } from '#shared/kernel/text.ts';
import type { Tables } from '../tables.ts';
import type { ErrorCode } from '#shared/protocol/errors.ts';
import { readWebReceipt, type WebReceipt } from '../projections/web-receipt.ts';
import { refuseError } from './error-handler.ts';
import { busyPage, RECEIPT_PAGE_POLICY, receiptPage } from './receipt-page.ts';
import type { ServerParts } from './server-parts.ts';

/** Pages a minute for one address: a household's, and far from what guesses a signature. */
const RATE = { max: 60, timeWindow: '1 minute' };

/** Faults of the address itself; of all others the receipt may be there in a while. */
const FAULTS_OF_ADDRESS: readonly ErrorCode[] = ['malformed', 'too_large', 'not_found'];

const STATUS = { known: 200, awaited: 202, unknown: 404 } as const;

/** What a browser says of its reader's languages, best first; weights are left out, as browsers sort by them. */
const localeOf = (lang: unknown, accepted = ''): Locale =>
  LOCALES.find((one) => one === lang) ??
  matchLocale(accepted.split(',').map((tag) => tag.split(';')[0]?.trim() ?? ''));

const requestLocale = ({ query, headers }: FastifyRequest): Locale => {
  const lang = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : null;
  return localeOf(lang, headers['accept-language']);
};

const sendPage = (reply: FastifyReply, locale: Locale, html: string): FastifyReply =>
  reply
    .headers({
      'content-security-policy': RECEIPT_PAGE_POLICY,
      'x-robots-tag': 'noindex, nofollow',
      'content-language': locale,
      vary: 'accept-language',
    })
    .type('text/html; charset=utf-8')
    .send(html);

export const isReceiptPage = (url: string): boolean => /^\/r\//i.test(url);

/** Who opens a receipt reads words, whatever went wrong. */
export const handlePageError = (
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const locale = requestLocale(request);
  const { code } = refuseError(error, request, reply);
  const html = FAULTS_OF_ADDRESS.includes(code)
    ? receiptPage({ type: 'unknown' }, '', locale)
    : busyPage(locale);
  return sendPage(reply, locale, html);
};

/** The code alone, in capitals or not: it stands on the page as it came, and an address before it would be anybody's. */
const TOKEN = /^[A-Za-z0-9]+$/;

/** What the page shows; of a store whose receipts open no page, what every wrong code shows. */
const shownFor = async (db: Tables, token: string, now: string): Promise<WebReceipt> => {
  if (!TOKEN.test(token)) return { type: 'unknown' };
  const found = await readWebReceipt(db, token, now);
  if (found.type === 'unknown') return found;
  return found.settings.receipt?.webAddress === undefined ? { type: 'unknown' } : found;
};

/**
 * A receipt as a web page, at the address that its code on the paper is: whoever holds the paper may read it, and nobody else can
 * name it. Capitals, as codes of capitals are smaller; who types it may use small letters.
 */
export const receiptPageRoutes =
  ({ db, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.setErrorHandler(handlePageError);
    for (const url of ['/R/:token', '/r/:token'])
      app.get(
        url,
        {
          config: { audience: 'public', rateLimit: RATE },
          schema: {
            hide: true,
            params: Exact({ token: Type.String() }),
            querystring: Type.Object({ lang: Type.Optional(Type.Unknown()) }),
          },
        },
        async (request, reply) => {
          const { token } = request.params;
          const locale = requestLocale(request);
          const found = await shownFor(db, token, now());
          reply.status(STATUS[found.type]);
          return sendPage(reply, locale, receiptPage(found, token, locale));
        },
      );
  };
