import { IconLineScan } from '@tabler/icons-react';
import { Children, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../feedback/empty-state.tsx';
import classes from './basket.module.css';

type BasketProps = {
  /** Whose basket it is. */
  readonly head: ReactNode;
  /** BasketLines. */
  readonly children: ReactNode;
  /** LineTools of the chosen line. */
  readonly tools?: ReactNode;
  /** BasketTotals and PayBar: always in view. */
  readonly foot: ReactNode;
};

/** The panel of the sell screen; only the lines scroll. */
export const Basket = ({ head, children, tools, foot }: BasketProps) => {
  const { t } = useTranslation();
  const isEmpty = Children.count(children) === 0;
  return (
    <div className={classes['basket']}>
      {head}
      <div className={classes['lines']}>
        {isEmpty ? (
          <EmptyState
            icon={<IconLineScan size={48} stroke={1.5} />}
            title={t('sell.emptyBasket')}
          />
        ) : (
          children
        )}
      </div>
      {isEmpty ? null : tools}
      <div className={classes['foot']}>{foot}</div>
    </div>
  );
};
