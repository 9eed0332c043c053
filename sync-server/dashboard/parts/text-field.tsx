import { TextInput } from '@mantine/core';
import type { ComponentProps } from 'react';

type TextFieldProps = Omit<ComponentProps<typeof TextInput>, 'onChange' | 'size'> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A line of text in a form; the browser says what is missing or odd. */
export const TextField = ({ onChange, ...rest }: TextFieldProps) => (
  <TextInput
    {...rest}
    size="md"
    withAsterisk={false}
    onChange={({ currentTarget }) => onChange(currentTarget.value)}
  />
);
