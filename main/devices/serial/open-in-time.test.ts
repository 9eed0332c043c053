import { expect, test } from 'vitest';
import { openInTime } from './open-serial.ts';

test('a port that does not open is given up in time, and closed again when it opens later', async () => {
  let opens: (error: Error | null) => void = () => expect.unreachable();
  let closed = 0;
  const port = {
    open: (done: (error: Error | null) => void) => void (opens = done),
    close: () => void (closed += 1),
  };
  await expect(openInTime(port, 1)).rejects.toThrow('nobody there');
  expect(closed).toBe(0);
  opens(null);
  expect(closed).toBe(1);
});
