import type { Duplex } from 'node:stream';
import { CLOSE_LIMIT, type Link, PIECE, WRITE_LIMIT } from './link.ts';

/** A line over any stream of Node's: network, device file. */
export const streamLink = (stream: Duplex, writeLimit = WRITE_LIMIT): Link => {
  const heard: number[] = [];
  let broken: Error | null = null;
  /** The error is only ever set by the stream's events, between two looks at it. */
  const failIfBroken = (): void => {
    if (broken instanceof Error) throw broken;
  };
  const changed = new Set<() => void>();
  const tell = (): void => {
    for (const listener of changed) listener();
  };
  stream.on('data', (chunk: Buffer) => {
    heard.push(...chunk);
    tell();
  });
  const breakOff = (error?: Error): void => {
    broken ??= error ?? new Error('the line is closed');
    tell();
  };
  stream.on('error', breakOff);
  stream.on('close', () => breakOff());
  stream.on('end', () => breakOff());

  const until = (isDone: () => boolean, milliseconds: number): Promise<boolean> =>
    new Promise((resolve) => {
      const finish = (): void => {
        changed.delete(look);
        clearTimeout(timer);
        resolve(isDone());
      };
      const look = (): void => {
        if (isDone()) finish();
      };
      const timer = setTimeout(finish, milliseconds);
      changed.add(look);
      look();
    });

  const sendPiece = async (bytes: Buffer): Promise<void> => {
    let isSent = false;
    failIfBroken();
    stream.write(bytes, (error) => {
      isSent = !error;
      tell();
    });
    await until(() => isSent || broken !== null, writeLimit);
    failIfBroken();
    if (!isSent) throw new Error('the device takes nothing');
  };

  return {
    send: async (bytes) => {
      for (let from = 0; from < bytes.length; from += PIECE)
        await sendPiece(bytes.subarray(from, from + PIECE));
    },
    next: async (milliseconds) => {
      await until(() => heard.length > 0 || broken !== null, milliseconds);
      const byte = heard.shift();
      if (byte !== undefined) return byte;
      failIfBroken();
      return null;
    },
    close: async () => {
      stream.destroy();
      await until(() => stream.closed, CLOSE_LIMIT);
    },
  };
};
