import type { FastifyReply } from 'fastify';
import type { Tick } from '#shared/protocol/stream.ts';

/** Bytes a client may leave unread before it is dropped; it comes back and pulls what it missed. */
const MAX_UNREAD = 64 * 1024;
/** Milliseconds between signs of life, which keep proxies from closing a quiet stream. */
const HEARTBEAT = 15_000;

type Client = {
  readonly reply: FastifyReply;
  readonly owner: string;
  readonly hears: (stream: string) => boolean;
};

/** Server-sent events: ticks that say which streams changed, and nothing else (design §5). */
export type LiveTicks = {
  /** Takes the reply over until either side closes it. `owner` names whose it is. */
  readonly open: (reply: FastifyReply, owner: string, hears: Client['hears']) => void;
  readonly publish: (streams: readonly string[]) => void;
  /** Ends the streams of one owner: a till that was revoked, a person who signed out. */
  readonly drop: (owner: string) => void;
  readonly count: () => number;
  readonly close: () => void;
};

const frameOf = (streams: readonly string[]): string =>
  `data: ${JSON.stringify({ streams: [...streams] } satisfies Tick)}\n\n`;

export const createLiveTicks = (): LiveTicks => {
  const clients = new Set<Client>();

  const write = (client: Client, frame: Buffer): void => {
    const { raw } = client.reply;
    if (raw.writableLength > MAX_UNREAD) raw.destroy();
    else raw.write(frame);
  };

  const publish = (streams: readonly string[]): void => {
    const frames = new Map<string, Buffer>();
    for (const client of clients) {
      const heard = streams.filter(client.hears);
      if (heard.length === 0) continue;
      const key = heard.join(' ');
      const frame = frames.get(key) ?? Buffer.from(frameOf(heard));
      frames.set(key, frame);
      write(client, frame);
    }
  };

  const alive = Buffer.from(': alive\n\n');
  const heartbeat = setInterval(() => {
    for (const client of clients) write(client, alive);
  }, HEARTBEAT);
  heartbeat.unref();

  return {
    open: (reply, owner, hears) => {
      const client = { reply, owner, hears };
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value);
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // A proxy that collects the answer before passing it on would defeat the stream.
        'x-accel-buffering': 'no',
      });
      clients.add(client);
      reply.raw.on('close', () => clients.delete(client));
      reply.raw.write(alive);
    },
    publish,
    drop: (owner) => {
      for (const client of clients) if (client.owner === owner) client.reply.raw.end();
    },
    count: () => clients.size,
    close: () => {
      clearInterval(heartbeat);
      for (const client of clients) client.reply.raw.end();
    },
  };
};
