import type { ReactNode } from 'react';
import type { Tone } from './tone.ts';
import classes from './notice.module.css';

type NoticeProps = {
  readonly tone: Tone;
  readonly icon?: ReactNode;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
};

/** A tinted box that says what is the matter and what it means. */
export const Notice = ({ tone, icon, title, children }: NoticeProps) => (
  <div className={classes['notice']} data-tone={tone}>
    {icon}
    <div>
      {title === undefined ? null : <strong className={classes['title']}>{title}</strong>}
      <div>{children}</div>
    </div>
  </div>
);
