import { useTranslation } from 'react-i18next';
import type { Minor } from '#shared/kernel/money.ts';
import { keepFocus } from '../button/keep-focus.ts';
import { useFormat } from '../language/use-format.ts';
import classes from './quick-notes.module.css';

type QuickNotesProps = {
  readonly due: Minor;
  readonly notes: readonly Minor[];
  readonly received: Minor;
  readonly onChoose: (amount: Minor) => void;
};

/** The exact amount and the notes that a customer is likely to hand over. */
export const QuickNotes = ({ due, notes, received, onChoose }: QuickNotesProps) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (
    <div className={classes['notes']}>
      {[due, ...notes].map((amount) => (
        <button
          key={amount}
          type="button"
          className={classes['note']}
          aria-pressed={amount === received}
          onPointerDown={keepFocus}
          onClick={() => onChoose(amount)}
        >
          {amount === due ? t('cash.exact') : money(amount)}
        </button>
      ))}
    </div>
  );
};
