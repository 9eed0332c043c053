import type { AskTerms } from '#shared/domain/catalog/asks.ts';
import { localDay } from '#shared/kernel/local-day.ts';
import type { TillStore } from '../store/till-store.ts';

type Till = {
  readonly time: Pick<TillStore['time'], 'now'>;
  readonly view: Pick<TillStore['view'], 'references'>;
};

/** By what goods are asked at this moment: the day in the store, which a till's clock that is set back does not change (rule J7). */
export const askTerms = ({ time, view }: Till): AskTerms => {
  const { settings, policy } = view.references();
  const now = time.now();
  return {
    today: settings ? localDay(settings.timeZone, now) : now.slice(0, 10),
    sellsExpired: policy.sellExpired ?? false,
    taxRates: settings?.taxRates ?? [],
  };
};
