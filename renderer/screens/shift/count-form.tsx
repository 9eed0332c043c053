import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CashPieces } from '#shared/domain/shift/schema.ts';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './shift.module.css';

type CountFormProps = {
  /** From the largest note to the smallest coin. */
  readonly rows: readonly CashPieces[];
  /** The count is confirmed and only shown. */
  readonly isDone: boolean;
  readonly onChange: (value: number, pieces: number) => void;
};

const MOST = 99_999;

/** Notes and coins by value; Enter goes to the next, so that a drawer is counted on the number keys alone. */
export const CountForm = ({ rows, isDone, onChange }: CountFormProps) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const list = useRef<HTMLOListElement>(null);
  const goOn = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    const fields = [...(list.current?.querySelectorAll('input') ?? [])];
    fields[fields.indexOf(event.currentTarget) + 1]?.select();
  };
  return (
    <section className={classes['card']} aria-label={t('shift.count')}>
      <h2 className={classes['heading']}>
        <span className={classes['step']} data-active={!isDone || undefined}>
          1
        </span>
        {t('shift.count')} <small className={classes['quiet']}>{t('shift.countHint')}</small>
      </h2>
      <ol ref={list} className={classes['counts']}>
        {rows.map(({ value, pieces }) => {
          const name = money(value);
          return (
            <li key={value} className={classes['count']}>
              <strong>{name}</strong>
              <IconButton
                label={t('shift.countLess', { value: name })}
                disabled={isDone || pieces === 0}
                onClick={() => onChange(value, pieces - 1)}
              >
                <IconMinus size={20} />
              </IconButton>
              <input
                className={classes['pieces']}
                inputMode="numeric"
                aria-label={t('shift.pieces', { value: name })}
                value={pieces === 0 ? '' : String(pieces)}
                placeholder="0"
                disabled={isDone}
                onFocus={(event) => event.currentTarget.select()}
                onKeyDown={goOn}
                onChange={(event) => {
                  const digits = event.currentTarget.value.replaceAll(/\D/g, '');
                  onChange(value, Math.min(MOST, Number(digits)));
                }}
              />
              <IconButton
                label={t('shift.countMore', { value: name })}
                disabled={isDone || pieces >= MOST}
                onClick={() => onChange(value, pieces + 1)}
              >
                <IconPlus size={20} />
              </IconButton>
              <span className={classes['sum']}>{money(value * pieces)}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
};
