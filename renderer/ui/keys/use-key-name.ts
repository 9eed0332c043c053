import { useTranslation } from 'react-i18next';
import type { KeyId } from './key-id.ts';

const NAMED = [
  'Escape',
  'Enter',
  'Delete',
  'Backspace',
  'Insert',
  'ArrowUp',
  'ArrowDown',
  'Plus',
  'Minus',
] as const;

/** How a key is called on the keyboard. */
export const useKeyName = (): ((key: KeyId) => string) => {
  const { t } = useTranslation();
  return (key) => {
    const named = NAMED.find((candidate) => candidate === key);
    return named ? t(`keys.names.${named}`) : key;
  };
};
