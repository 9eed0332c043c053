import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ShiftReport } from '#shared/domain/shift/report-schema.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import { useMovePrinting } from '#renderer/session/use-move-printing.ts';
import { usePaperNames } from './use-paper-names.ts';
import classes from './shift.module.css';

/** What was put into the drawer and taken out of it, the newest first. */
export const CashMoves = ({ moves }: { readonly moves: ShiftReport['cashMoves'] }) => {
  const { t } = useTranslation();
  const { money, time } = useFormat();
  const { staffName } = usePaperNames();
  const { printCopy } = useMovePrinting();
  return (
    <section className={classes['card']} aria-label={t('shift.moves')}>
      <h2 className={classes['heading']}>{t('shift.moves')}</h2>
      {moves.length === 0 ? <p className={classes['quiet']}>{t('shift.noMoves')}</p> : null}
      <ul className={classes['rows']}>
        {moves.toReversed().map(({ at, staffId, move }) => (
          <li key={move.moveId} className={classes['row']}>
            <span className={classes['quiet']}>{time(at)}</span>
            <span>
              <strong>{t(`shift.kinds.${move.kind}`)}</strong> · {t(`shift.reasons.${move.reason}`)}
              {move.note === '' ? null : `: ${move.note}`}
            </span>
            <span className={classes['quiet']}>{staffName(staffId)}</span>
            <strong className={classes['sum']}>
              {money(move.kind === 'in' ? move.amount : 0 - move.amount)}
            </strong>
            <IconButton
              label={t('shift.printMove', { time: time(at) })}
              tone="quiet"
              onClick={() => void printCopy(move.moveId)}
            >
              <IconPrinter size={20} />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
};
