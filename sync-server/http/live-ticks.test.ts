import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLiveTicks, type LiveTicks } from './live-ticks.ts';

let live: LiveTicks;
let app: FastifyInstance;
let port: number;

beforeEach(async () => {
  live = createLiveTicks();
  app = Fastify();
  app.get('/:owner', (request, reply) => {
    const { owner } = request.params as { owner: string };
    live.open(reply, owner, (stream) => stream !== 'secret');
  });
  port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterEach(async () => {
  live.close();
  await app.close();
});

/** Asks for the stream and hears the first of it. */
const open = async (owner: string): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET /${owner} HTTP/1.1\r\nhost: here\r\n\r\n`);
  await once(socket, 'data');
  return socket;
};

test('a tick names only what the listener may hear', async () => {
  const socket = await open('one');
  live.publish(['secret']);
  live.publish(['orders:ONE', 'secret']);
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  expect(chunk.toString()).toContain('data: {"streams":["orders:ONE"]}');
  socket.destroy();
});

test('who does not read is dropped instead of remembered', async () => {
  const socket = await open('deaf');
  socket.pause();
  const streams = Array.from({ length: 2000 }, (_, index) => `orders:STORE-${index}`);
  const shout = (): number => {
    for (let times = 0; times < 100; times += 1) live.publish(streams);
    return live.count();
  };
  await vi.waitFor(() => expect(shout()).toBe(0), { timeout: 30_000 });
  socket.destroy();
});

test('the streams of one owner can be ended', async () => {
  const [one, two] = await Promise.all([open('one'), open('two')]);
  live.drop('one');
  await vi.waitFor(() => expect(live.count()).toBe(1));
  one.destroy();
  two.destroy();
});
