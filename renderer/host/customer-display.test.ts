import { afterEach, expect, test } from 'vitest';
import { type DisplayContent, openDisplaySide, openTillSide } from './customer-display.ts';

const content = (total: string): DisplayContent => ({
  locale: 'ru',
  store: 'Abay',
  lines: [{ id: '1', name: 'Хлеб', detail: '1 × 190 ₸', total: '190 ₸' }],
  discount: null,
  total,
  left: null,
  points: '145 баллов',
  payment: null,
  ready: ['W-1'],
});

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const openTill = () => {
  const till = openTillSide();
  ends.push(till.close);
  return till;
};

const seen = (): { readonly next: () => Promise<DisplayContent> } => {
  const waiting: ((content: DisplayContent) => void)[] = [];
  const kept: DisplayContent[] = [];
  ends.push(
    openDisplaySide((shown) => {
      const waits = waiting.shift();
      if (waits) waits(shown);
      else kept.push(shown);
    }),
  );
  return {
    next: () =>
      new Promise((resolve) => {
        const first = kept.shift();
        if (first) resolve(first);
        else waiting.push(resolve);
      }),
  };
};

test('a display that opens late is shown what the till showed last, then what it shows', async () => {
  const till = openTill();
  till.show(content('100 ₸'));
  till.show(content('190 ₸'));
  const display = seen();
  expect(await display.next()).toEqual(content('190 ₸'));
  till.show(content('0 ₸'));
  expect(await display.next()).toEqual(content('0 ₸'));
});

test('what is no content of a display is not shown', async () => {
  const display = seen();
  const stranger = new BroadcastChannel('omnitill-customer-display');
  ends.push(() => stranger.close());
  for (const other of [null, 1, {}, { ...content('1'), more: 1 }, { ...content('1'), total: 1 }])
    stranger.postMessage(other);
  stranger.postMessage(content('2'));
  expect(await display.next()).toEqual(content('2'));
});
