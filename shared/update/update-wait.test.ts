import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TillMoment, updateWait } from './update-wait.ts';

const AT_REST: TillMoment = { isShiftOpen: false, queued: 0, isCopied: true, isSignedIn: false };

const anyMoment = fc.record({
  isShiftOpen: fc.boolean(),
  queued: fc.nat({ max: 5000 }),
  isCopied: fc.boolean(),
  isSignedIn: fc.boolean(),
});

describe('an update', () => {
  test('is never installed in an open shift, whoever asks', () => {
    fc.assert(
      fc.property(anyMoment, fc.boolean(), (moment, isAsked) => {
        expect(updateWait({ ...moment, isShiftOpen: true }, isAsked)).toEqual({
          type: 'shift_open',
        });
      }),
    );
  });

  test('J4: is never installed while an operation lies in one place only', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 1, max: 5000 }), (moment, queued) => {
        const alone = { ...moment, isShiftOpen: false, isCopied: false, queued };
        for (const isAsked of [true, false])
          expect(updateWait(alone, isAsked)).toEqual({ type: 'not_sent', count: queued });
      }),
    );
  });

  test('comes by itself when nobody is there and everything is sent', () => {
    expect(updateWait(AT_REST, false)).toBeNull();
    expect(updateWait({ ...AT_REST, isSignedIn: true }, false)).toEqual({ type: 'somebody_there' });
    expect(updateWait({ ...AT_REST, queued: 1 }, false)).toEqual({ type: 'not_sent', count: 1 });
  });

  test('is given to who asks for it, also without the network once a copy is here', () => {
    const there = { ...AT_REST, isSignedIn: true };
    expect(updateWait(there, true)).toBeNull();
    expect(updateWait({ ...there, queued: 3 }, true)).toBeNull();
    expect(updateWait({ ...there, queued: 3, isCopied: false }, true)).toEqual({
      type: 'not_sent',
      count: 3,
    });
  });

  test('whoever asks waits for nothing that it would not wait for by itself', () => {
    fc.assert(
      fc.property(anyMoment, (moment) => {
        const isBackwards = updateWait(moment, false) === null && updateWait(moment, true) !== null;
        expect(isBackwards).toBe(false);
      }),
    );
  });
});
