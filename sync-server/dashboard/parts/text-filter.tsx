import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './control.module.css';

/** Milliseconds without a keystroke before the list follows. */
const PAUSE = 250;

type TextFilterProps = {
  readonly value: string | undefined;
  readonly placeholder: string;
  readonly onChange: (typed: string | undefined) => void;
};

export const TextFilter = ({ value, placeholder, onChange }: TextFilterProps) => {
  const [typed, setTyped] = useState(value ?? '');
  const tell = useDebouncedCallback((text: string) => onChange(text.trim()), PAUSE);
  return (
    <TextInput
      type="search"
      size="md"
      classNames={{ input: classes['control'] ?? '' }}
      w={280}
      value={typed}
      placeholder={placeholder}
      aria-label={placeholder}
      maxLength={100}
      autoComplete="off"
      spellCheck={false}
      leftSection={<IconSearch size={18} aria-hidden />}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        tell(currentTarget.value);
      }}
    />
  );
};
