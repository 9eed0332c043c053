import { expect, test } from 'vitest';
import { askState } from './ask-state.ts';
import type { Link } from './link.ts';

/** A printer that says these bytes, and then nothing. */
const saying = (bytes: readonly number[]): Link => {
  const rest = [...bytes];
  return {
    send: async () => undefined,
    next: async () => rest.shift() ?? null,
    close: async () => undefined,
  };
};

const STATUS = [0x10, 0x00, 0x00, 0x0f] as const;
const STOP = 0x13;
const GO_ON = 0x11;
const READY = 0x12;
const COVER_OPEN = 0x16;
const LETTER = 0x48;

test.each([
  ['its state as the line opens', [...STATUS, READY, READY], 'ready'],
  ['its state between two answers', [READY, ...STATUS, READY], 'ready'],
  ['that its line may go on', [GO_ON, READY, READY], 'ready'],
  [
    'its state with its line held up meanwhile',
    [0x10, 0, STOP, GO_ON, 0, 0, COVER_OPEN],
    'cover_open',
  ],
  ['its state, and nothing when it is asked', STATUS, 'no_answer'],
  ['that its line may not go on, and nothing more', [STOP], 'no_answer'],
  ['its state, and then no such answer', [...STATUS, LETTER], 'garbage'],
  ['what begins like a state and is none', [0x10, 0xff], 'garbage'],
  ['that its line may go on, and then no such answer', [GO_ON, LETTER], 'garbage'],
  ['nothing at all', [], 'ready_silent'],
] as const)('J4: a printer that says unasked %s', async (_, bytes, state) => {
  expect(await askState(saying(bytes))).toBe(state);
});
