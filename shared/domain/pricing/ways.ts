/**
 * Ways to give the pieces looked at so far to sets, in columns: at most one for each state of the sets, the one that saves
 * most. `savings` has a number for each level, way after way.
 */
export type Ways = {
  readonly wayByState: Map<number, number>;
  readonly states: number[];
  readonly savings: number[];
  /** The way before the last piece, and where that went; -1 = it is in no set. */
  readonly parents: number[];
  readonly choices: number[];
};

export const noWays = (): Ways => ({
  wayByState: new Map(),
  states: [],
  savings: [],
  parents: [],
  choices: [],
});

/** From the first level that differs. */
const savesMore = (saved: readonly number[], savings: readonly number[], from: number): boolean => {
  for (const [level, value] of saved.entries()) {
    const other = savings[from + level] ?? 0;
    if (value !== other) return value > other;
  }
  return false;
};

/** Notes a way unless one that saves as much led to the same state. `saved` is copied. */
export const noteWay = (
  { wayByState, states, savings, parents, choices }: Ways,
  state: number,
  saved: readonly number[],
  parent: number,
  choice: number,
): void => {
  const known = wayByState.get(state);
  const way = known ?? states.length;
  if (known === undefined) {
    wayByState.set(state, way);
    states.push(state);
  } else if (!savesMore(saved, savings, known * saved.length)) return;
  for (let level = 0; level < saved.length; level += 1)
    savings[way * saved.length + level] = saved[level] ?? 0;
  parents[way] = parent;
  choices[way] = choice;
};
