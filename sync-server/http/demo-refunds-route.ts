import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Type } from 'typebox';
import { OrderReply, OrderNotice, type RefundRequest } from '#shared/protocol/channel.ts';
import { Value } from 'typebox/value';
import { hashSecret } from '../auth/secrets.ts';
import { DEMO_CALLBACK, DEMO_CHANNEL_KEY } from '../channels/demo-channel-key.ts';
import { signNotice } from '../channels/tell-channels.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';

/** Milliseconds that the demo's payment provider takes. */
const MOMENT = 1_500;

const isSigned = (body: OrderNotice, signature: unknown): boolean => {
  const expected = Buffer.from(signNotice(hashSecret(DEMO_CHANNEL_KEY), JSON.stringify(body)));
  const found = Buffer.from(String(signature));
  return found.length === expected.length && timingSafeEqual(found, expected);
};

/**
 * The demo's online shop gives back what it is told to after a moment, as a channel's payment provider does (rule R16).
 * It speaks to the channel API like every shop. Registered in the demo alone.
 */
export const demoRefundsRoute: FastifyPluginAsyncTypebox = async (app) => {
  const authorization = `Bearer ${DEMO_CHANNEL_KEY}`;
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());

  /** False = the server closes meanwhile, and is told again when it is back. */
  const takeAMoment = (): Promise<boolean> =>
    sleep(MOMENT, true, { signal: closing.signal }).catch(() => false);

  /** What is due still: somebody may have given it back since. */
  const dueNow = async (orderId: string): Promise<OrderReply['refundsDue']> => {
    const url = `/api/v1/orders/${orderId}`;
    const { body } = await app.inject({ method: 'GET', url, headers: { authorization } });
    const order: unknown = JSON.parse(body);
    return Value.Check(OrderReply, order) ? order.refundsDue : [];
  };

  const giveBack = async (
    orderId: string,
    { refundId, amount }: OrderReply['refundsDue'][number],
    notice: string,
  ): Promise<boolean> => {
    const payload: RefundRequest = {
      refundId,
      amount,
      state: 'refunded',
      reference: `demo-${notice}`.slice(0, 100),
    };
    const { statusCode } = await app.inject({
      method: 'POST',
      url: `/api/v1/orders/${orderId}/refunds`,
      headers: { authorization, 'idempotency-key': `${notice}.${refundId}` },
      payload,
    });
    return statusCode === 200;
  };

  app.post(
    DEMO_CALLBACK,
    {
      config: { audience: 'public' },
      schema: {
        tags: ['demo'],
        body: OrderNotice,
        response: { 204: Type.Null(), ...errorReplies(400, 403, 503) },
      },
    },
    async (request, reply) => {
      const { body, headers } = request;
      if (!isSigned(body, headers['omnitill-signature'])) return refuse(reply, 'forbidden');
      // How its orders stand the demo's shop reads when a customer looks.
      if (body.refundsDue.length === 0) return reply.status(204).send(null);
      if (!(await takeAMoment())) return refuse(reply, 'unavailable');
      const notice = String(headers['omnitill-notice'] ?? body.orderId);
      for (const due of await dueNow(body.orderId))
        if (!(await giveBack(body.orderId, due, notice))) return refuse(reply, 'unavailable');
      return reply.status(204).send(null);
    },
  );
};
