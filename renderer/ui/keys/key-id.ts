const FUNCTION_KEYS = [
  'F1',
  'F2',
  'F3',
  'F4',
  'F5',
  'F6',
  'F7',
  'F8',
  'F9',
  'F10',
  'F11',
  'F12',
] as const;

/** The keys that the till listens to, by their place on the keyboard; letters are left to scanners and typing. */
export const KEY_IDS = [
  ...FUNCTION_KEYS,
  'Enter',
  'Escape',
  'ArrowUp',
  'ArrowDown',
  'Plus',
  'Minus',
  'Delete',
  'Backspace',
  'Insert',
  'Shift+F4',
  'Shift+F6',
  'Ctrl+Z',
  'Ctrl+↑',
  'Ctrl+↓',
  'Ctrl+1',
  'Ctrl+2',
  'Ctrl+3',
  'Ctrl+4',
  'Ctrl+5',
  'Ctrl+6',
  'Ctrl+7',
  'Ctrl+0',
] as const;
export type KeyId = (typeof KEY_IDS)[number];

/** What a keyboard event tells about the key; `code` is the place, the same in every layout. */
export type KeyPress = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const WITH_CTRL: Readonly<Record<string, KeyId>> = {
  KeyZ: 'Ctrl+Z',
  ArrowUp: 'Ctrl+↑',
  ArrowDown: 'Ctrl+↓',
  Digit1: 'Ctrl+1',
  Digit2: 'Ctrl+2',
  Digit3: 'Ctrl+3',
  Digit4: 'Ctrl+4',
  Digit5: 'Ctrl+5',
  Digit6: 'Ctrl+6',
  Digit7: 'Ctrl+7',
  Digit0: 'Ctrl+0',
};

const ALONE: Readonly<Record<string, KeyId>> = {
  ...Object.fromEntries(FUNCTION_KEYS.map((key) => [key, key])),
  ArrowUp: 'ArrowUp',
  ArrowDown: 'ArrowDown',
  NumpadAdd: 'Plus',
  Equal: 'Plus',
  NumpadSubtract: 'Minus',
  Minus: 'Minus',
  Delete: 'Delete',
  Backspace: 'Backspace',
  Insert: 'Insert',
  Enter: 'Enter',
  NumpadEnter: 'Enter',
  Escape: 'Escape',
};

export const keyIdOf = ({
  code,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: KeyPress): KeyId | undefined => {
  if (altKey) return undefined;
  if (ctrlKey || metaKey) return shiftKey ? undefined : WITH_CTRL[code];
  const key = ALONE[code];
  if (shiftKey && (key === 'F4' || key === 'F6')) return `Shift+${key}`;
  // Shift+= is how the main keyboard types a plus; with any other key Shift means something else.
  return shiftKey && key !== 'Plus' ? undefined : key;
};

export const isFunctionKey = (key: KeyId): boolean =>
  FUNCTION_KEYS.some((functionKey) => functionKey === key);

/** Keys a browser would act on itself: reload, full screen, its own help, search, tools and tabs. */
export const isBrowserKey = (key: KeyId): boolean =>
  isFunctionKey(key) || key.startsWith('Shift+') || (key.startsWith('Ctrl+') && key !== 'Ctrl+Z');
