import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../button/key-cap.tsx';
import { useKeyName } from './use-key-name.ts';
import { useKeyBindings } from './use-keys.ts';
import classes from './key-bar.module.css';

/** What the keys of this screen do. Those that do not fit are left out whole; F1 shows them all. */
export const KeyBar = memo(function KeyBar() {
  const { t } = useTranslation();
  const keyName = useKeyName();
  const hints = useKeyBindings().filter(({ hint }) => hint);
  if (hints.length === 0) return null;
  return (
    <ul className={classes['bar']} aria-label={t('keys.hints')}>
      {hints.map(({ key, label, disabled }) => (
        <li key={key} className={classes['hint']} data-disabled={disabled || undefined}>
          <KeyCap>{keyName(key)}</KeyCap>
          {label}
        </li>
      ))}
    </ul>
  );
});
