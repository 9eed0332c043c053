type LongTask = { readonly start: number; readonly duration: number };

/** Tasks of the page's main thread that took 50 ms or more, as the browser tells. */
export const watchLongTasks = () => {
  const tasks: LongTask[] = [];
  const take = (entries: PerformanceEntryList): void => {
    for (const { startTime: start, duration } of entries) tasks.push({ start, duration });
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'longtask', buffered: true });
  return {
    /** Milliseconds of the longest that ran between two times; 50 when none is known, as shorter ones are not told. */
    longest: (from: number, to: number): number => {
      take(observer.takeRecords());
      const within = tasks.filter(({ start, duration }) => start + duration > from && start < to);
      return Math.max(50, ...within.map(({ duration }) => duration));
    },
  };
};
