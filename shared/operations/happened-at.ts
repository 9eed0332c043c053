import type { Envelope } from './envelope.ts';

const TIME_LENGTH = '2024-12-24T18:00:00.000Z'.length;

/**
 * When an operation happened: the till's raw clock corrected by the offset it last knew (rule J7). Throws a
 * RangeError for what is no time of this or the next thousands of years.
 */
export const happenedAt = ({ at, clockOffset }: Pick<Envelope, 'at' | 'clockOffset'>): string => {
  const time = new Date(Date.parse(at) + (clockOffset ?? 0)).toISOString();
  if (time.length !== TIME_LENGTH) throw new RangeError(`not a time: ${time}`);
  return time;
};
