import type { ComponentProps } from 'react';
import classes from './icon-button.module.css';

type IconButtonProps = Omit<ComponentProps<'button'>, 'className' | 'aria-label' | 'type'> & {
  /** What it does, for those who do not see the icon and for the tooltip. */
  readonly label: string;
  readonly tone?: 'default' | 'danger' | 'quiet';
};

/** A square of 48 px with an icon. */
export const IconButton = ({ label, tone = 'default', children, ...rest }: IconButtonProps) => (
  <button
    {...rest}
    type="button"
    className={classes['button']}
    data-tone={tone}
    aria-label={label}
    title={label}
  >
    {children}
  </button>
);
