import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

export type Filters<Name extends string> = {
  /** undefined = not filtered by it. */
  readonly values: Readonly<Record<Name, string | undefined>>;
  /** undefined takes the filter off; a list starts at its first page again. */
  readonly set: (name: Name, value: string | undefined) => void;
};

/** What a page is filtered by, kept in its address, so that a reload, a link and "back" show the same. */
export const useFilters = <const Name extends string>(...names: readonly Name[]): Filters<Name> => {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (name: Name, value: string | undefined) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          after.delete('page');
          if (value === undefined || value === '') after.delete(name);
          else after.set(name, value);
          return after;
        },
        { replace: true },
      ),
    [setParams],
  );
  const values = Object.fromEntries(
    names.map((name) => [name, params.get(name) ?? undefined]),
  ) as Record<Name, string | undefined>;
  return { values, set };
};
