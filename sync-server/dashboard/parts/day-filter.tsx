import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { formatDate } from '#shared/i18n/date.ts';
import { addDays, noonOf } from '../data/days.ts';
import classes from './day-filter.module.css';

type DayFilterProps = {
  /** YYYY-MM-DD; undefined = not filtered by day. */
  readonly value: string | undefined;
  readonly today: string;
  /** What the button says while no day is chosen. */
  readonly placeholder: string;
  readonly onChange: (day: string | undefined) => void;
};

/** A day by steps, or by the browser's calendar; never one to come. */
export const DayFilter = ({ value, today, placeholder, onChange }: DayFilterProps) => {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const field = useRef<HTMLInputElement>(null);
  const day = value ?? today;
  const choose = (chosen: string): void => {
    if (chosen !== '' && chosen <= today) onChange(chosen);
  };
  return (
    <fieldset className={classes['group']} aria-label={t('dashboard.day')}>
      <button
        type="button"
        aria-label={t('dashboard.dayBefore')}
        title={t('dashboard.dayBefore')}
        onClick={() => choose(addDays(day, -1))}
      >
        <IconChevronLeft size={18} />
      </button>
      <span className={classes['day']}>
        <button
          type="button"
          title={t('dashboard.chooseDay')}
          onClick={() => field.current?.showPicker()}
        >
          <IconCalendar size={18} aria-hidden />
          {value === undefined ? placeholder : formatDate(noonOf(value), 'UTC', locale)}
        </button>
        <input
          ref={field}
          className={classes['field']}
          type="date"
          tabIndex={-1}
          aria-hidden
          max={today}
          value={day}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      </span>
      <button
        type="button"
        disabled={value === undefined || day >= today}
        aria-label={t('dashboard.dayAfter')}
        title={t('dashboard.dayAfter')}
        onClick={() => choose(addDays(day, 1))}
      >
        <IconChevronRight size={18} />
      </button>
      {value === undefined ? null : (
        <button type="button" className={classes['reset']} onClick={() => onChange(undefined)}>
          {placeholder}
        </button>
      )}
    </fieldset>
  );
};
