import type { Duplex } from 'node:stream';
import type { Scanner, ScannerNews } from '#shared/devices/scanner.ts';
import { createCodeSplitter } from './split-codes.ts';

/** Milliseconds of silence that end a code of a scanner which sends no end. */
const SILENCE = 120;
/** Until a scanner that is not there is looked for again. */
const RETRY = 3000;
/** Codes that are kept for a page which is just being drawn anew. */
const KEPT = 20;
/** How long who waits for a code is left waiting. */
const PATIENCE = 20_000;

export type OpenScanner = {
  /**
   * The oldest code after that number, as soon as there is one; without one how the line is, when that changes or after a while. Null or a number that was never
   * given: how it is now.
   */
  readonly next: (after: number | null) => Promise<ScannerNews>;
  readonly close: () => void;
};

/** A scanner at a line of its own, for as long as this computer has it: unplugged, it is heard again when it is back. */
export const openScanner = (
  open: (address: Scanner['address']) => Promise<Duplex>,
  { address }: Scanner,
): OpenScanner => {
  const kept: { readonly number: number; readonly code: string }[] = [];
  const waiting = new Set<() => void>();
  let number = 0;
  let state: ScannerNews['state'] = 'unreachable';
  let line: Duplex | null = null;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;

  const tell = (): void => {
    for (const wake of waiting) wake();
  };
  const read = (codes: readonly string[]): void => {
    for (const code of codes) {
      number += 1;
      kept.push({ number, code });
      if (kept.length > KEPT) kept.shift();
    }
    if (codes.length > 0) tell();
  };
  const become = (next: ScannerNews['state']): void => {
    if (state === next) return;
    state = next;
    tell();
  };
  const lose = (): void => {
    line = null;
    become('unreachable');
    if (isClosed) return;
    timer = setTimeout(() => void listen(), RETRY);
    timer.unref();
  };
  const listen = async (): Promise<void> => {
    try {
      const opened = await open(address);
      if (isClosed) return void opened.destroy();
      line = opened;
      become('listening');
      const splitter = createCodeSplitter();
      let silence: NodeJS.Timeout | undefined;
      opened.on('data', (bytes: Buffer) => {
        clearTimeout(silence);
        read(splitter.hear(bytes));
        silence = setTimeout(() => {
          const rest = splitter.rest();
          if (rest !== null) read([rest]);
        }, SILENCE);
      });
      opened.on('error', () => opened.destroy());
      opened.once('close', lose);
    } catch {
      lose();
    }
  };
  void listen();

  const now = (after: number | null): ScannerNews => {
    const found = after === null ? undefined : kept.find((each) => each.number > after);
    return { state, number, read: found ?? null };
  };
  return {
    next: (after) =>
      new Promise((resolve) => {
        const first = now(after);
        if (first.read !== null || after === null || after > number) return resolve(first);
        const finish = (): void => {
          waiting.delete(finish);
          clearTimeout(patience);
          resolve(now(after));
        };
        const patience = setTimeout(finish, PATIENCE);
        patience.unref();
        waiting.add(finish);
      }),
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      line?.destroy();
      tell();
    },
  };
};
