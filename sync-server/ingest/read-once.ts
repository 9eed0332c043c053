/** Reads what there is under each id once, so that many can be read ahead; ids with nothing are left out. */
export const readOnce = <Value>(
  read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): ((ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>) => {
  const known = new Map<string, readonly Value[]>();
  return async (ids) => {
    const wanted = [...new Set(ids)].filter((id) => !known.has(id));
    if (wanted.length > 0) {
      const found = await read(wanted);
      for (const id of wanted) {
        const value = found.get(id);
        known.set(id, value === undefined ? [] : [value]);
      }
    }
    return new Map(ids.flatMap((id) => (known.get(id) ?? []).map((value) => [id, value] as const)));
  };
};
