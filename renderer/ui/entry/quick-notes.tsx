import { useTranslation } from 'react-i18next';
import type { Minor } from '#shared/kernel/money.ts';
import { keepFocus } from '../button/keep-focus.ts';
import { useKeys } from '../keys/use-keys.ts';
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
  const amounts = [due, ...notes];
  const place = amounts.indexOf(received);
  const turn = (by: 1 | -1): void => {
    // What was typed may be none of them: down leads to the first then, up to the last.
    const from = place === -1 && by === -1 ? 0 : place;
    const next = amounts.at((from + by) % amounts.length);
    if (next !== undefined) onChoose(next);
  };
  useKeys([
    { key: 'ArrowDown', label: t('keys.nextNote'), run: () => turn(1) },
    { key: 'ArrowUp', label: t('keys.noteBefore'), run: () => turn(-1) },
  ]);
  return (
    <div className={classes['notes']}>
      {amounts.map((amount) => (
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
