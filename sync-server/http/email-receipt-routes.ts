import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Static } from 'typebox';
import { Exact } from '#shared/kernel/schema.ts';
import {
  CanEmailReply,
  type EmailOutcome,
  EmailReceiptReply,
  EmailReceiptRequest,
} from '#shared/protocol/email-receipt.ts';
import { isReceiptLink, receiptLink } from '#shared/tokens/receipt-link.ts';
import { readWebReceipt } from '../projections/web-receipt.ts';
import { createLetterLimit } from '../mail/letter-limit.ts';
import { tillOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { receiptLetter } from './receipt-letter.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

/** Letters a minute from one address: a busy shop's, and no use to who writes to strangers. */
const RATE = { max: 30, timeWindow: '1 minute' };

const OUTCOMES = {
  sent: 'sent',
  refused: 'address_refused',
  failed: 'mail_failed',
} as const satisfies Record<string, EmailOutcome>;

/** Receipts by e-mail. The address is in the letter and nowhere else: no table, no journal and no log has it. */
export const emailReceiptRoutes =
  ({ db, mailer, metrics, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    const limit = createLetterLimit(db, now);
    app.post(
      '/api/v1/till/can-email',
      {
        config: { audience: 'till' },
        schema: {
          tags: ['till'],
          body: Exact({}),
          response: { 200: CanEmailReply, ...errorReplies(400, 401, 403, 503) },
        },
      },
      async (): Promise<Static<typeof CanEmailReply>> => ({ canEmail: mailer !== null }),
    );

    app.post(
      '/api/v1/till/email-receipt',
      {
        config: { audience: 'till', rateLimit: RATE },
        schema: {
          tags: ['till'],
          body: EmailReceiptRequest,
          response: { 200: EmailReceiptReply, ...errorReplies(400, 401, 403, 404, 429, 503) },
        },
      },
      async (request, reply) => {
        if (mailer === null) return refuse(reply, 'unavailable');
        const { code, address, locale } = request.body;
        const found = await readWebReceipt(db, code, now());
        // A till sends receipts of its own store, whatever codes it was shown.
        if (found.type === 'unknown' || found.settings.storeId !== tillOf(request).storeId)
          return refuse(reply, 'not_found', '/code');
        if (found.type === 'awaited') return { outcome: 'awaited' as const };
        const { orderId, receipt, settings } = found;
        const { webAddress } = receipt.layout;
        // Of the store, not of whoever made the code's beginning.
        const link =
          webAddress !== undefined && isReceiptLink(code)
            ? receiptLink(webAddress, code.slice(code.lastIndexOf('/') + 1))
            : null;
        const letter = receiptLetter(receipt, {
          address,
          locale,
          timeZone: settings.timeZone,
          link,
        });
        if (!(await limit.take(orderId))) {
          metrics.letters.inc({ outcome: 'too_often' });
          return { outcome: 'too_often' as const };
        }
        const outcome = OUTCOMES[await mailer.send(letter)];
        if (outcome === 'mail_failed') await limit.giveBack(orderId);
        metrics.letters.inc({ outcome });
        return { outcome };
      },
    );
  };
