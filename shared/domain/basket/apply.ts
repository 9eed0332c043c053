import type { Fact } from '../order/apply.ts';
import type { BasketRecall, ParkedBasket, ParkedContent } from './schema.ts';

const unknownBasket = (id: string, storeId: string): ParkedBasket => ({
  id,
  storeId,
  parked: null,
  recalls: [],
  seen: {},
});

const actOf = ({ operationId, tillId, staffId, at }: Fact): BasketRecall => ({
  operationId,
  tillId,
  staffId,
  at,
});

const seenWith = ({ seen }: ParkedBasket, { journalId, seq }: Fact): ParkedBasket['seen'] => ({
  ...seen,
  [journalId]: Math.max(seen[journalId] ?? 0, seq),
});

/** A basket is put aside; that somebody recalled it may have been heard of before. */
export const applyParking = (
  basket: ParkedBasket | null,
  { basketId, content }: { readonly basketId: string; readonly content: ParkedContent },
  fact: Fact,
): ParkedBasket => {
  const base = basket ?? unknownBasket(basketId, fact.storeId);
  return { ...base, parked: { ...actOf(fact), content }, seen: seenWith(base, fact) };
};

/** A till goes on with it; two that were cut off from each other may both do so. */
export const applyRecall = (
  basket: ParkedBasket | null,
  basketId: string,
  fact: Fact,
): ParkedBasket => {
  const base = basket ?? unknownBasket(basketId, fact.storeId);
  const others = base.recalls.filter(({ operationId }) => operationId !== fact.operationId);
  const recalls = [...others, actOf(fact)].toSorted((left, right) =>
    left.operationId < right.operationId ? -1 : 1,
  );
  return { ...base, recalls, seen: seenWith(base, fact) };
};

/** What is parked still, with what is in it. */
export type WaitingBasket = ParkedBasket & {
  readonly parked: NonNullable<ParkedBasket['parked']>;
};

export const isWaiting = (basket: ParkedBasket): basket is WaitingBasket =>
  basket.parked !== null && basket.recalls.length === 0;
