import { useTranslation } from 'react-i18next';
import type { Order } from '#shared/domain/order/schema.ts';
import { inFilter, PICKUP_FILTERS, type PickupFilter } from './pickup-filter.ts';
import classes from './pickups.module.css';

type FilterChipsProps = {
  readonly orders: readonly Order[];
  readonly chosen: PickupFilter;
  readonly onChoose: (filter: PickupFilter) => void;
};

export const FilterChips = ({ orders, chosen, onChoose }: FilterChipsProps) => {
  const { t } = useTranslation();
  return (
    <fieldset className={classes['chips']} aria-label={t('pickups.title')}>
      {PICKUP_FILTERS.map((filter) => (
        <button
          key={filter}
          type="button"
          className={classes['chip']}
          aria-pressed={filter === chosen}
          onClick={() => onChoose(filter)}
        >
          {t(`pickups.${filter}`)} {inFilter(orders, filter).length}
        </button>
      ))}
    </fieldset>
  );
};
