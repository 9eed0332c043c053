import type { Fact } from '../order/apply.ts';
import type { BasketAct, ParkedBasket, ParkedContent } from './schema.ts';

const unknownBasket = (id: string, storeId: string): ParkedBasket => ({
  id,
  storeId,
  parked: null,
  recalls: [],
  discards: [],
  seen: {},
});

const actOf = ({ operationId, tillId, staffId, at }: Fact): BasketAct => ({
  operationId,
  tillId,
  staffId,
  at,
});

const seenWith = ({ seen }: ParkedBasket, { journalId, seq }: Fact): ParkedBasket['seen'] => ({
  ...seen,
  [journalId]: Math.max(seen[journalId] ?? 0, seq),
});

const withAct = (acts: readonly BasketAct[], fact: Fact): BasketAct[] =>
  [...acts.filter(({ operationId }) => operationId !== fact.operationId), actOf(fact)].toSorted(
    (left, right) => (left.operationId < right.operationId ? -1 : 1),
  );

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
  return { ...base, recalls: withAct(base.recalls, fact), seen: seenWith(base, fact) };
};

/** It is given up; who recalled it at another till meanwhile has its customer there, and sells all the same. */
export const applyDiscard = (
  basket: ParkedBasket | null,
  basketId: string,
  fact: Fact,
): ParkedBasket => {
  const base = basket ?? unknownBasket(basketId, fact.storeId);
  return { ...base, discards: withAct(base.discards, fact), seen: seenWith(base, fact) };
};

/** What is parked still, with what is in it. */
export type WaitingBasket = ParkedBasket & {
  readonly parked: NonNullable<ParkedBasket['parked']>;
};

export const isWaiting = (basket: ParkedBasket): basket is WaitingBasket =>
  basket.parked !== null && basket.recalls.length === 0 && basket.discards.length === 0;
