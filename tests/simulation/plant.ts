import type { Store, StoreTransaction } from '#server/store/store.ts';
import type { StepType } from './steps.ts';
import { REAL, type Variant } from './variant.ts';

/** A rule broken on purpose by wrapping the real part that keeps it. */
export type PlantedBug = {
  /** Begins with the id of the rule that is broken. */
  readonly name: string;
  readonly variant: () => Variant;
  /** What it takes to show it. */
  readonly steps: readonly StepType[];
};

export const broken = (
  name: string,
  steps: readonly StepType[],
  variant: () => Partial<Variant>,
): PlantedBug => ({
  name,
  steps: [...steps, ...steps, ...steps],
  variant: () => ({ ...REAL, ...variant() }),
});

export const inTransaction =
  (change: (tx: StoreTransaction) => Partial<StoreTransaction>) =>
  (store: Store): Store => ({
    ...store,
    transaction: (work) => store.transaction((tx) => work({ ...tx, ...change(tx) })),
  });
