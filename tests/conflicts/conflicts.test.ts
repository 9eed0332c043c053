import { describe, expect, test } from 'vitest';
import { declaredRows, rowOf } from './declared.ts';
import { AWAY, HERE, playPair } from './outcome.ts';

const declared = declaredRows();

describe('S5 S8 what happens in two places out of hearing comes to what CONFLICTS.md says, whichever is heard of first', () => {
  test('every pair is declared once', () => {
    expect(declared.size).toBe(AWAY.length * HERE.length);
  });

  describe.each(AWAY)('%s', (away) => {
    test.each(HERE)('%s', async (here) => {
      const pair = await playPair(away, here);
      expect(pair.converges).toBe(true);
      expect([...declared]).toContain(rowOf(pair));
    });
  });
});
