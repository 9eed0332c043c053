import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inTurn } from './in-turn.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('J2: what comes while another is looked at waits for it, in its order, and for a failure too', async () => {
  const heard: string[] = [];
  const take = inTurn(3000);
  let open = (): void => undefined;
  const first = take(async () => {
    await new Promise<void>((resolve) => (open = resolve));
    heard.push('code');
  });
  const second = take(async () => {
    heard.push('goods');
    throw new Error('planted');
  });
  const third = take(async () => void heard.push('more goods'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(heard).toEqual([]);
  open();
  await first;
  await expect(second).rejects.toThrow('planted');
  await third;
  expect(heard).toEqual(['code', 'goods', 'more goods']);
});

test('what never comes to an end does not silence the scanner', async () => {
  const heard: string[] = [];
  const take = inTurn(3000);
  void take(() => new Promise<void>(() => undefined));
  const second = take(async () => void heard.push('second'));
  await vi.advanceTimersByTimeAsync(3000);
  await second;
  expect(heard).toEqual(['second']);
});
