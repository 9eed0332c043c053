import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Change } from './change.ts';
import classes from './change-words.module.css';

const ARROWS = { up: '▲', down: '▼', same: '=' } as const;

type ChangeWordsProps = {
  readonly change: Change | null;
  /** The direction that is welcome. */
  readonly good: 'up' | 'down';
  readonly unit: 'percent' | 'points';
  /** Against what, said once in a row of figures. */
  readonly against?: string | undefined;
};

/** ▲ 9.4% vs previous Sunday. */
export const ChangeWords = ({ change, good, unit, against }: ChangeWordsProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  if (change === null) return null;
  const size = format.percent(change.size);
  const words = unit === 'percent' ? size : t('dashboard.points', { value: size.slice(0, -1) });
  const tone =
    change.direction === 'same' ? 'neutral' : change.direction === good ? 'ok' : 'danger';
  return (
    <span className={classes['change']} data-tone={tone}>
      <VisuallyHidden>{t(`dashboard.change.${change.direction}`)}</VisuallyHidden>
      <span aria-hidden>{ARROWS[change.direction]}</span>{' '}
      {against === undefined ? words : `${words} ${against}`}
    </span>
  );
};
