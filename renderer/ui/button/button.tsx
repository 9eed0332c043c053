import { Loader } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { KeyCap } from './key-cap.tsx';
import classes from './button.module.css';

type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & {
  /** One primary action on a screen; danger takes something away or pays something out. */
  readonly tone?: 'primary' | 'default' | 'danger' | 'quiet';
  /** 44, 48 and 64 px high. */
  readonly size?: 'small' | 'standard' | 'large';
  readonly icon?: ReactNode;
  /** The key that does the same. */
  readonly keyName?: string | undefined;
  /** The action is under way: shown, and a second press does nothing. */
  readonly isBusy?: boolean;
  readonly isWide?: boolean;
};

export const Button = ({
  tone = 'default',
  size = 'standard',
  icon,
  keyName,
  isBusy = false,
  isWide = false,
  type = 'button',
  disabled = false,
  children,
  ...rest
}: ButtonProps) => (
  <button
    {...rest}
    type={type === 'submit' ? 'submit' : 'button'}
    className={classes['button']}
    data-tone={tone}
    data-size={size}
    data-wide={isWide || undefined}
    disabled={disabled || isBusy}
    aria-busy={isBusy || undefined}
  >
    {isBusy ? <Loader size={20} color="currentColor" /> : icon}
    <span className={classes['label']}>{children}</span>
    {keyName === undefined ? null : <KeyCap>{keyName}</KeyCap>}
  </button>
);
