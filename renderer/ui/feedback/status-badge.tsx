import { IconAlertTriangle, IconCheck, IconClock, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Tone } from './tone.ts';
import classes from './status-badge.module.css';

const ICONS = {
  ok: IconCheck,
  info: IconInfoCircle,
  warn: IconAlertTriangle,
  danger: IconAlertTriangle,
  neutral: IconClock,
} as const satisfies Record<Tone, unknown>;

type StatusBadgeProps = {
  readonly tone: Tone;
  /** Instead of the tone's own. */
  readonly icon?: ReactNode;
  readonly children: ReactNode;
};

/** A state as icon and words, never by colour alone. */
export const StatusBadge = ({ tone, icon, children }: StatusBadgeProps) => {
  const Icon = ICONS[tone];
  return (
    <span className={classes['badge']} data-tone={tone}>
      {icon ?? <Icon size={14} stroke={2.2} aria-hidden />}
      {children}
    </span>
  );
};
