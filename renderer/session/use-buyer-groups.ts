import { useBasket } from './till-context.ts';

const NONE: readonly string[] = [];

/** The groups of who buys what lies in the open basket: goods cost what they do for them. */
export const useBuyerGroups = (): readonly string[] =>
  useBasket((state) => state.basket.buyer?.groupIds ?? NONE);
