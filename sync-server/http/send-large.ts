import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Characters from which squeezing a reply costs less than sending it. */
const LARGE = 16_384;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const BROTLI_FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** Named, and not with a weight of zero. */
const accepts = ({ headers }: FastifyRequest, coding: string): boolean =>
  [headers['accept-encoding'] ?? '']
    .flat()
    .flatMap((value) => value.split(','))
    .map((part) => part.replaceAll(/\s/g, '').split(';'))
    .some(([name, weight]) => name === coding && !/^q=0(\.0*)?$/.test(weight ?? ''));

/** Sends JSON text as it is, squeezed quickly when it is large and the other side can take it. */
export const sendLarge = async (
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
): Promise<FastifyReply> => {
  reply.type('application/json; charset=utf-8').header('vary', 'origin, accept-encoding');
  if (text.length < LARGE) return reply.send(text);
  if (accepts(request, 'br'))
    return reply.header('content-encoding', 'br').send(await brotli(text, BROTLI_FAST));
  if (accepts(request, 'gzip'))
    return reply.header('content-encoding', 'gzip').send(await zip(text, { level: 1 }));
  return reply.send(text);
};
