const codeOf = (key: string): string => (/^\d$/.test(key) ? `Digit${key}` : key);

/** A key goes down and up, where the focus is. */
export const press = (key: string): void => {
  const target = document.activeElement ?? document.body;
  const event = { key, code: codeOf(key), bubbles: true, cancelable: true };
  target.dispatchEvent(new KeyboardEvent('keydown', event));
  target.dispatchEvent(new KeyboardEvent('keyup', event));
};

/** As a scanner types: all at once. */
export const pressAll = (keys: readonly string[]): void => {
  for (const key of keys) press(key);
};

/** Sets a field of React's as typing does: React watches `value` on the element, so the prototype's setter is used. */
export const enter = (field: HTMLInputElement, text: string): void => {
  Reflect.set(HTMLInputElement.prototype, 'value', text, field);
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};
