import { enter, press, pressAll } from './press.ts';
import { drawn, rest, until } from './until.ts';

const FIELD = 'input[type="search"]';
const TILES = 'section[aria-label="Products"] > button';
const BASKET = 'aside[aria-label="Basket"]';
const OPENING = 'section[aria-label="Open shift"]';
const CHOSEN = `${BASKET} [aria-current]`;

/** Milliseconds between keys of a quick typist. */
const BETWEEN_KEYS = 120;

const element = (selector: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(selector);

const withText = (selector: string, text: string): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>(selector)].find((one) =>
    one.textContent.includes(text),
  ) ?? null;

const keyOf = (label: string): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>('button:enabled')].find(
    ({ textContent }) => textContent === label,
  ) ?? null;

const whenThere = (selector: string): Promise<HTMLElement> =>
  until(() => element(selector), selector);

/** Signs the first cashier in, and opens the shift where none is; resolves when the counter is there. */
export const signIn = async (pin: string): Promise<void> => {
  const cashier = await until(() => withText('button', 'Cashier'), 'the cashier');
  cashier.click();
  for (const digit of pin) (await until(() => keyOf(digit), 'the number pad')).click();
  (await until(() => withText('button:enabled', 'Enter'), 'a whole PIN')).click();
  const first = await whenThere(`${BASKET}, ${OPENING}`);
  if (first.matches(OPENING))
    (await until(() => withText(`${OPENING} button:enabled`, 'Open shift'), 'the float')).click();
  await whenThere(BASKET);
};

/** A code is scanned; milliseconds from its first digit until the line of the product is drawn. */
export const scan = async (code: string, name: string): Promise<number> => {
  const from = performance.now();
  pressAll([...Array.from(code), 'Enter']);
  await until(() => withText(CHOSEN, name), `a line of ${name}`);
  await drawn();
  return performance.now() - from;
};

const shown = (): string =>
  [...document.querySelectorAll(TILES)].map((tile) => tile.textContent).join('\n');

const searchField = async (): Promise<HTMLInputElement> => {
  const field = await whenThere(FIELD);
  if (!(field instanceof HTMLInputElement)) throw new Error('the search is no field');
  return field;
};

/** A search is typed; of each key the milliseconds until the list is another one. */
export const search = async (text: string): Promise<number[]> => {
  const field = await searchField();
  const times: number[] = [];
  for (let length = 1; length <= text.length; length += 1) {
    await rest(BETWEEN_KEYS);
    const before = shown();
    const from = performance.now();
    enter(field, text.slice(0, length));
    await until(() => (shown() === before ? null : true), `a list for ${text.slice(0, length)}`);
    times.push(performance.now() - from);
  }
  enter(field, '');
  await rest(BETWEEN_KEYS);
  return times;
};

/** Resolves when the search knows a name. */
export const findable = async (name: string): Promise<void> => {
  const field = await searchField();
  enter(field, name);
  await until(() => withText(TILES, name), name);
  enter(field, '');
  await until(() => (field.value === '' ? true : null), 'an empty field');
};

/** The basket is paid in cash; when Enter was pressed and when the receipt was there. */
export const payCash = async (): Promise<{ readonly from: number; readonly shown: number }> => {
  press('F8');
  await whenThere('[role="dialog"]');
  await rest(BETWEEN_KEYS);
  const from = performance.now();
  press('Enter');
  await until(() => withText('[role="dialog"]', 'Next sale'), 'the receipt');
  const shown = performance.now();
  await rest(BETWEEN_KEYS);
  press('Enter');
  await until(() => (element('[role="dialog"]') === null ? true : null), 'the next sale');
  await rest(BETWEEN_KEYS);
  return { from, shown };
};
