import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { PrinterAddress } from '#shared/devices/printing.ts';
import { encodePaper } from './escpos/encode-paper.ts';
import { paperIn, printerAt } from './papers.fixture.ts';
import { askState } from './printer/ask-state.ts';
import { openLink } from './printer/open-link.ts';
import { printBytes } from './printer/print-bytes.ts';

let server: Server | null = null;
const sockets = new Set<Socket>();

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  server?.close();
  server = null;
});

/** Whatever this does with a connection is at the address that is returned. */
const listen = async (serve: (socket: Socket) => void): Promise<PrinterAddress> => {
  const listening = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    serve(socket);
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const place = listening.address();
  if (place === null || typeof place === 'string') throw new Error('no port');
  return { type: 'network', host: '127.0.0.1', port: place.port };
};

const BYTES = encodePaper(paperIn('kk').document, printerAt(9100));

/** One try, and whether anything of the paper may be on the roll. */
const tryAt = async (address: PrinterAddress, bytes = BYTES) => {
  let hasBegun = false;
  const outcome = await printBytes({
    open: openLink,
    ask: askState,
    address,
    bytes,
    onBegin: async () => void (hasBegun = true),
    printLimit: 100,
  });
  return { outcome, hasBegun };
};

const notBegun = (problem: string) => ({ outcome: { ok: false, problem }, hasBegun: false });
const interrupted = { outcome: { ok: false, problem: 'interrupted' }, hasBegun: true };

describe('J4: what is no good printer', () => {
  test('one that refuses the line prints nothing', async () => {
    const address = await listen(() => undefined);
    await new Promise((resolve) => server?.close(resolve));
    expect(await tryAt(address)).toEqual(notBegun('unreachable'));
  });

  test('one that hangs up at once prints nothing', async () => {
    const address = await listen((socket) => socket.destroy());
    expect(await tryAt(address)).toEqual(notBegun('unreachable'));
  });

  test('one that says something else, such as a web server, is told apart before anything is sent', async () => {
    const address = await listen((socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await tryAt(address)).toEqual(notBegun('garbage'));
  });

  test('one that is ready and then answers something else may have printed half', async () => {
    const address = await listen((socket) => {
      let asked = 0;
      socket.on('data', () => {
        asked += 1;
        socket.write(Buffer.from([asked <= 2 ? 0x12 : 0xff]));
      });
    });
    expect(await tryAt(address)).toEqual(interrupted);
  });

  test('one that answers its first question and then hangs prints nothing', async () => {
    const address = await listen((socket) => {
      socket.once('data', () => socket.write(Buffer.from([0x12])));
    });
    expect(await tryAt(address)).toEqual(notBegun('no_answer'));
  });

  test('one that dies anywhere in a paper may have printed half of it, never all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: BYTES.length - 1 }), async (room) => {
        const address = await listen((socket) => {
          let asked = 0;
          let taken = 0;
          socket.on('data', (chunk) => {
            if (asked < 2) {
              asked += 1;
              socket.write(Buffer.from([0x12]));
              return;
            }
            taken += chunk.length;
            if (taken >= room) socket.resetAndDestroy();
          });
        });
        expect(await tryAt(address)).toEqual(interrupted);
        server?.close();
      }),
      { numRuns: 20 },
    );
  });

  test('a device file that another program has is out of reach, and ends nothing', async () => {
    // As EBUSY comes from a printer: there, ours, and not to be opened.
    const path = tmpdir();
    expect(await tryAt({ type: 'usb', path })).toEqual(notBegun('unreachable'));
  });

  test('whatever else is said at first is told apart, and nothing is sent', async () => {
    const word = fc.uint8Array({ minLength: 1, maxLength: 6 });
    const isAnswer = (byte: number): boolean => (byte & 0b1001_0011) === 0b0001_0010;
    /** Its state, or that a line is held up or let go. */
    const isUnasked = (byte: number): boolean =>
      (byte & 0b1001_0011) === 0b0001_0000 || byte === 0x11 || byte === 0x13;
    await fc.assert(
      fc.asyncProperty(word, async (bytes) => {
        const [first = 0] = bytes;
        fc.pre(!isAnswer(first) && !isUnasked(first));
        const address = await listen((socket) => socket.write(bytes));
        expect(await tryAt(address)).toEqual(notBegun('garbage'));
        server?.close();
      }),
      { numRuns: 30 },
    );
  });
});
