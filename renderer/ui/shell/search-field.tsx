import { IconSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../button/key-cap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import classes from './search-field.module.css';

type SearchFieldProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder: string;
  /** Enter: take the first result. */
  readonly onSubmit?: () => void;
};

/** The search field of the top bar; F2 goes there. Escape empties it and leaves it. */
export const SearchField = ({ value, onChange, placeholder, onSubmit }: SearchFieldProps) => {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const goThere = (): void => {
    field.current?.focus();
    field.current?.select();
  };
  useKeys([{ key: 'F2', label: t('keys.search'), hint: true, run: goThere }]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') onSubmit?.();
    if (event.key !== 'Escape') return;
    onChange('');
    field.current?.blur();
  };
  return (
    <search className={classes['frame']}>
      <IconSearch size={20} className={classes['icon']} aria-hidden />
      <input
        ref={field}
        className={classes['field']}
        type="search"
        value={value}
        placeholder={placeholder}
        aria-label={placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {value === '' ? (
        <KeyCap>F2</KeyCap>
      ) : (
        <button
          type="button"
          className={classes['clear']}
          aria-label={t('entry.clear')}
          onClick={() => {
            onChange('');
            field.current?.focus();
          }}
        >
          <IconX size={20} />
        </button>
      )}
    </search>
  );
};
