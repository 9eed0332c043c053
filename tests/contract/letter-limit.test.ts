import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLetterLimit } from '#server/mail/letter-limit.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';

describe.each(serverKinds)('letters of a receipt on $name', ({ open }) => {
  let server: OpenServer;
  let now = '2026-01-02T09:00:00.000Z';

  beforeAll(async () => {
    server = await open();
  }, OPENING);
  afterAll(() => server.close());

  /** What a server that starts has of them. */
  const started = () => createLetterLimit(server.db, () => now);

  const takeTimes = async (orderId: string, times: number): Promise<boolean[]> => {
    const taken: boolean[] = [];
    for (let count = 0; count < times; count += 1) taken.push(await started().take(orderId));
    return taken;
  };

  test('are five a day, each receipt for itself, however often the server starts, and again on the next day', async () => {
    expect(await takeTimes('one', 6)).toEqual([true, true, true, true, true, false]);
    expect(await started().take('two')).toBe(true);
    now = '2026-01-02T23:59:59.999Z';
    expect(await started().take('one')).toBe(false);
    now = '2026-01-03T00:00:00.000Z';
    expect(await started().take('one')).toBe(true);
  });

  test('that are asked for at the same moment are five together', async () => {
    const limit = started();
    const taken = await Promise.all(Array.from({ length: 9 }, () => limit.take('at once')));
    expect(taken.filter(Boolean)).toHaveLength(5);
  });

  test('that did not go do not count', async () => {
    await takeTimes('back', 5);
    await started().giveBack('back');
    expect(await takeTimes('back', 2)).toEqual([true, false]);
  });
});
