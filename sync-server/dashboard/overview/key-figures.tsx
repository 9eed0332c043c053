import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Overview } from '#shared/protocol/dashboard.ts';
import { weekdayOf } from '../data/days.ts';
import { relativeChange, shareChange } from './change.ts';
import { ChangeWords } from './change-words.tsx';
import { KeyFigure } from './key-figure.tsx';
import classes from './key-figures.module.css';

type KeyFiguresProps = {
  readonly overview: Overview;
  /** Stores of which nothing can still be missing. */
  readonly complete: number;
};

/** The day in five figures, each against the same weekday a week before. */
export const KeyFigures = ({ overview, complete }: KeyFiguresProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { figures, giftCardsSold, lastWeek, currency, day, stores } = overview;
  const behind = stores.length - complete;
  const grown = [
    {
      figure: 'netSales',
      label: t('dashboard.netSales'),
      value: format.money(figures.netSales, currency),
      against: t(`dashboard.vs.${weekdayOf(day)}`),
    },
    {
      figure: 'receipts',
      label: t('receipts.title'),
      value: format.count(figures.receipts),
      against: undefined,
    },
    {
      figure: 'averageBasket',
      label: t('dashboard.averageBasket'),
      value: format.money(figures.averageBasket, currency),
      against: undefined,
    },
  ] as const;
  return (
    <>
      <dl className={classes['figures']}>
        {grown.map(({ label, value, figure, against }) => (
          <KeyFigure key={figure} label={label} value={value}>
            <ChangeWords
              change={relativeChange(figures[figure], lastWeek[figure])}
              good="up"
              unit="percent"
              against={against}
            />
          </KeyFigure>
        ))}
        <KeyFigure label={t('dashboard.returns')} value={format.percent(figures.returnsShare)}>
          <ChangeWords
            change={shareChange(figures.returnsShare, lastWeek.returnsShare)}
            good="down"
            unit="points"
          />
        </KeyFigure>
        <KeyFigure
          label={t('dashboard.dataComplete')}
          value={t('dashboard.completeStores', {
            complete: format.count(complete),
            total: format.count(stores.length),
          })}
        >
          {behind > 0 ? t('dashboard.behind', { count: behind }) : t('dashboard.allComplete')}
        </KeyFigure>
      </dl>
      {giftCardsSold === 0 ? null : (
        <p className={classes['owed']}>
          {t('dashboard.giftCardsSold', { amount: format.money(giftCardsSold, currency) })}
        </p>
      )}
    </>
  );
};
