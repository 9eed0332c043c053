import { useLocation } from 'wouter';
import { ScreenBoundary } from '#renderer/ui/feedback/screen-boundary.tsx';
import type { Me } from '#shared/protocol/dashboard.ts';
import { useLive } from '../data/use-live.ts';
import { useOverview } from '../data/use-overview.ts';
import { useKnownStores } from '../data/use-stores.ts';
import { StoreRegion } from '../parts/store-region.tsx';
import { LiveNotice } from './live-notice.tsx';
import { NoStores } from './no-stores.tsx';
import { Pages } from './pages.tsx';
import { SideNav } from './side-nav.tsx';
import classes from './frame.module.css';

/** What every page stands in: the menu, and a line on top while the server is not heard. */
export const Frame = ({ me }: { readonly me: Me }) => {
  const [place] = useLocation();
  const isConnected = useLive();
  const stores = useKnownStores();
  // Everything whatever the page is filtered by: the menu shows how much waits in all.
  const { data, isError, dataUpdatedAt } = useOverview({});
  return (
    <div className={classes['frame']}>
      <SideNav me={me} overview={data?.overview} />
      <main className={classes['content']}>
        <StoreRegion storeId={undefined}>
          <LiveNotice isLost={!isConnected || isError} readAt={dataUpdatedAt} />
        </StoreRegion>
        <ScreenBoundary key={place}>
          {stores?.length === 0 ? <NoStores me={me} /> : <Pages />}
        </ScreenBoundary>
      </main>
    </div>
  );
};
