import { EventEmitter, once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { createSmtpMailer } from './smtp-mailer.ts';

const TILL_WAITS = 20_000;

/** Takes a letter to its last line, and then goes on saying nothing. */
const startSilentServer = async () => {
  const heard = new EventEmitter();
  const given = once(heard, 'given');
  const left = once(heard, 'left');
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.write('220 slow.test\r\n');
    let isData = false;
    socket.on('data', (chunk) => {
      const said = chunk.toString('utf8');
      if (isData) {
        if (said.endsWith('\r\n.\r\n')) heard.emit('given');
        return;
      }
      isData = said.startsWith('DATA');
      socket.write(isData ? '354 go on\r\n' : '250 ok\r\n');
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => heard.emit('left'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (typeof bound !== 'object' || bound === null) throw new Error('no port');
  return {
    url: `smtp://127.0.0.1:${bound.port}`,
    given,
    left,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
};

afterEach(() => vi.useRealTimers());

test('gives a slow mail server up, and hangs up on it, before the till gives up the server', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const slow = await startSilentServer();
  const mailer = createSmtpMailer({ url: slow.url, from: 'receipts@example.com' });
  const sending = mailer.send({ to: 'dana@example.com', subject: 's', text: 't', html: 'h' });
  await slow.given;
  vi.advanceTimersByTime(TILL_WAITS - 1);
  expect(await sending).toBe('failed');
  await slow.left;
  slow.close();
});
