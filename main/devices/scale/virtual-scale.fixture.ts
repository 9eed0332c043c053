import { createServer, type Socket } from 'node:net';

/** What lies on it, or what is wrong with it. */
export type OnScale =
  | { readonly text: string; readonly isMoving?: boolean }
  | 'overload'
  | 'underload'
  | 'busy'
  | 'silent'
  | 'half'
  | 'chatter';

/** What a scale answers to one line of the Standard Interface Command Set. */
export const answerSics = (asked: string, on: OnScale): string => {
  if (on === 'silent') return '';
  if (on === 'half') return 'S S      0.';
  if (on === 'chatter') return 'HTTP/1.1 400 Bad Request\r\n'.repeat(9);
  if (asked !== 'SI') return 'ES\r\n';
  if (on === 'overload') return 'S +\r\n';
  if (on === 'underload') return 'S -\r\n';
  if (on === 'busy') return 'S I\r\n';
  return `S ${on.isMoving === true ? 'D' : 'S'} ${on.text.padStart(13)}\r\n`;
};

export type VirtualScale = {
  readonly port: number;
  readonly put: (on: OnScale) => void;
  /** How often it was asked. */
  readonly asked: () => number;
  /** Lines that are open to it. */
  readonly lines: () => number;
  readonly close: () => Promise<void>;
};

/** A scale behind a TCP port of this machine. */
export const startVirtualScale = async (): Promise<VirtualScale> => {
  let on: OnScale = { text: '0.000 kg' };
  let asked = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let heard = '';
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (bytes: Buffer) => {
      heard += bytes.toString('latin1');
      for (let end = heard.indexOf('\r\n'); end >= 0; end = heard.indexOf('\r\n')) {
        asked += 1;
        socket.write(answerSics(heard.slice(0, end), on));
        heard = heard.slice(end + 2);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    put: (next) => (on = next),
    asked: () => asked,
    lines: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
};
