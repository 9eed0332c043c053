import type { Locator } from '@playwright/test';

/** How a person works a screen: by pointer, or by keyboard alone. */
export type Hand = {
  /** A button, a tile, a row. */
  readonly press: (target: Locator) => Promise<void>;
  readonly write: (field: Locator, text: string) => Promise<void>;
  readonly tick: (box: Locator) => Promise<void>;
  /** The first of a list's options that says something. */
  readonly pickFirst: (list: Locator) => Promise<void>;
};

/** Slower than any scanner, faster than a person. */
const TYPING = { delay: 80 };

/** More than any screen holds. */
const MOST = 400;

export const POINTER: Hand = {
  press: (target) => target.click(),
  write: (field, text) => field.fill(text),
  tick: (box) => box.check(),
  pickFirst: async (list) => {
    await list.selectOption({ index: 1 });
  },
};

/** Tab, or Shift+Tab where it lies before, until it has the focus. Throws for what no Tab comes to. */
const goTo = async (target: Locator): Promise<void> => {
  await target.waitFor();
  const { keyboard } = target.page();
  for (let pressed = 0; pressed < MOST; pressed += 1) {
    const where = await target.evaluate((element) => {
      const held = document.activeElement ?? document.body;
      if (held === element) return 'here';
      const isBefore =
        held.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING &&
        !(held.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_CONTAINS);
      return isBefore ? 'before' : 'after';
    });
    if (where === 'here') return;
    await keyboard.press(where === 'before' ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`no Tab comes to ${target.toString()}`);
};

/** Nothing but keys: what it cannot do, nobody without a pointer can. */
export const KEYS: Hand = {
  press: async (target) => {
    await goTo(target);
    await target.page().keyboard.press('Enter');
  },
  write: async (field, text) => {
    await goTo(field);
    await field.page().keyboard.press('Control+a');
    await field.page().keyboard.type(text, TYPING);
  },
  tick: async (box) => {
    await goTo(box);
    await box.page().keyboard.press('Space');
  },
  pickFirst: async (list) => {
    await goTo(list);
    await list.page().keyboard.press('ArrowDown');
  },
};
