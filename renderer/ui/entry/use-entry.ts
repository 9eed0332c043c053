import { useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../keys/use-keys.ts';
import { useScanner } from '../scanner/use-scanner.ts';
import { charsToEntryKeys, type Entry, type EntryKey, pressEntryKey } from './entry.ts';

type EntryAction =
  | { readonly type: 'press'; readonly key: EntryKey }
  | { readonly type: 'set'; readonly entry: Entry };

/**
 * A number typed on the keyboard or a pad while its dialog is on top. There is no text field behind it, so a scan
 * never gets into the number: it beeps.
 */
export const useEntry = (initial: Entry, scale: number) => {
  const { t } = useTranslation();
  const [entry, dispatch] = useReducer(
    (current: Entry, action: EntryAction): Entry =>
      action.type === 'set' ? action.entry : pressEntryKey(current, action.key, scale),
    initial,
  );
  const press = (key: EntryKey): void => dispatch({ type: 'press', key });
  useScanner({
    onScan: () => false,
    onTyped: ({ decoded }) => charsToEntryKeys(decoded).forEach(press),
  });
  useKeys([
    { key: 'Backspace', label: t('entry.backspace'), run: () => press('backspace') },
    { key: 'Delete', label: t('entry.clear'), run: () => press('clear') },
  ]);
  return { entry, press, set: (next: Entry): void => dispatch({ type: 'set', entry: next }) };
};
