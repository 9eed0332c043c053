import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { ReadOverview } from '../data/use-overview.ts';
import { useNow } from '../parts/use-now.ts';
import { isDayComplete } from './is-day-complete.ts';
import { KeyFigures } from './key-figures.tsx';
import { NeedsAttention } from './needs-attention.tsx';
import { SalesByChannel } from './sales-by-channel.tsx';
import { SalesByHour } from './sales-by-hour.tsx';
import { storeStates } from './store-states.ts';
import { StoresTable } from './stores-table.tsx';
import { TopProducts } from './top-products.tsx';
import { WaitingOrders } from './waiting-orders.tsx';
import classes from './overview-body.module.css';

/** The figures left, what waits for somebody right. */
export const OverviewBody = ({ overview, clockOffset }: ReadOverview) => {
  const { timeZone } = useFormat();
  const now = Math.max(useNow() + clockOffset, Date.parse(overview.at));
  const stores = storeStates(overview, now);
  const complete = stores.filter(({ state, completeAt }) =>
    isDayComplete(state, completeAt, overview.day, timeZone),
  );
  return (
    <>
      <KeyFigures overview={overview} complete={complete.length} />
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <SalesByHour overview={overview} />
          <StoresTable stores={stores} currency={overview.currency} day={overview.day} />
          <SalesByChannel overview={overview} />
        </div>
        <div className={classes['column']}>
          <NeedsAttention overview={overview} now={now} />
          <WaitingOrders pickups={overview.pickups} storeId={overview.storeId ?? undefined} />
          <TopProducts products={overview.topProducts} />
        </div>
      </div>
    </>
  );
};
