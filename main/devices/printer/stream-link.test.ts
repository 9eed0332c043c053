import { Duplex } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WRITE_LIMIT } from './link.ts';
import { streamLink } from './stream-link.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A line of so many bytes a second; 0 = it takes nothing. */
const slowLine = (bytesPerSecond: number) => {
  let taken = 0;
  const stream = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      if (bytesPerSecond === 0) return;
      setTimeout(
        () => {
          taken += chunk.length;
          done();
        },
        (chunk.length / bytesPerSecond) * 1000,
      );
    },
  });
  return { link: streamLink(stream), taken: () => taken };
};

test('a receipt with pictures goes over a serial line of 9600 baud, however long that takes', async () => {
  const { link, taken } = slowLine(960);
  const receipt = Buffer.alloc(80_000);
  let isSent = false;
  const sent = link.send(receipt).then(() => (isSent = true));
  // Second by second: the stream hands on its pieces in turns of Node's own, which no clock of a test counts.
  while (!isSent) await vi.advanceTimersByTimeAsync(1000);
  await sent;
  expect(taken()).toBe(receipt.length);
});

test('a line that takes nothing is given up', async () => {
  const { link } = slowLine(0);
  const sent = link.send(Buffer.alloc(10)).catch(String);
  await vi.advanceTimersByTimeAsync(WRITE_LIMIT);
  expect(await sent).toMatch('takes nothing');
});
