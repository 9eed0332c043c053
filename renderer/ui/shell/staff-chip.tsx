import { IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './staff-chip.module.css';

type StaffChipProps = {
  readonly name: string;
  /** Shift and time. */
  readonly detail: string;
  readonly onOpen: () => void;
};

/** Who is at the till; on narrow screens only the figure. */
export const StaffChip = ({ name, detail, onOpen }: StaffChipProps) => {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={classes['chip']}
      aria-label={`${name} · ${detail}. ${t('staff.account')}`}
      onClick={onOpen}
    >
      <IconUserCircle size={26} stroke={1.8} aria-hidden />
      <span className={classes['words']}>
        <span className={classes['name']}>{name}</span>
        <span className={classes['detail']}>{detail}</span>
      </span>
    </button>
  );
};
