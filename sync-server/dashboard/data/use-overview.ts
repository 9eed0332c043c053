import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Overview, type OverviewQuery } from '#shared/protocol/dashboard.ts';
import { read } from './request.ts';
import { valueOf } from './request-failure.ts';

export type ReadOverview = {
  readonly overview: Overview;
  /** Server clock − clock of this computer, milliseconds. */
  readonly clockOffset: number;
};

/** What the overview shows; without a day, today's. */
export const useOverview = (query: OverviewQuery) =>
  useQuery({
    queryKey: ['overview', query],
    queryFn: async ({ signal }): Promise<ReadOverview> => {
      const overview = valueOf(await read('overview', query, Overview, signal));
      return { overview, clockOffset: Date.parse(overview.at) - Date.now() };
    },
    placeholderData: keepPreviousData,
  });
