import { expect, test } from 'vitest';
import { createUnprintedStore, type Unprinted, type UnprintedStore } from './unprinted.ts';

const paper = (id: string, outcome: Unprinted['outcome'] = 'failed'): Unprinted => ({
  paper: { id, title: 'Cash out', lines: [] },
  use: 'receipts',
  outcome,
});
const toldOf = (store: UnprintedStore): readonly string[] =>
  store.getState().papers.map((told) => told.paper.id);

test('J4: of two papers with one title each is told, and each is forgotten by itself', () => {
  const store = createUnprintedStore();
  const { tell, forget } = store.getState();
  tell(paper('cash-1'));
  tell(paper('cash-2'));
  expect(toldOf(store)).toEqual(['cash-1', 'cash-2']);
  forget('cash-2');
  expect(toldOf(store)).toEqual(['cash-1']);
});

test('a further try of a paper is told once, as it ended last', () => {
  const store = createUnprintedStore();
  store.getState().tell(paper('cash-1', 'unknown'));
  store.getState().tell(paper('cash-1'));
  expect(store.getState().papers).toEqual([paper('cash-1')]);
});

test('J3: a paper that came out after all is known to be out, one that somebody gave up is not', () => {
  const store = createUnprintedStore();
  const { tell, cameOut, forget } = store.getState();
  tell(paper('receipt-1'));
  tell(paper('receipt-2'));
  cameOut('receipt-1');
  forget('receipt-2');
  expect(toldOf(store)).toEqual([]);
  expect(store.getState().out).toEqual(['receipt-1']);
});

test('J3: a paper that perhaps came out at a further try counts as out, also when its notice is closed', () => {
  const store = createUnprintedStore();
  store.getState().tell(paper('receipt-1'));
  expect(store.getState().out).toEqual([]);
  store.getState().tell(paper('receipt-1', 'unknown'));
  store.getState().forget('receipt-1');
  expect(store.getState().out).toEqual(['receipt-1']);
});

test('what is printed at one till takes no notice from another', () => {
  const work = createUnprintedStore();
  const training = createUnprintedStore();
  work.getState().tell(paper('receipt-1'));
  training.getState().cameOut('receipt-1');
  expect(toldOf(training)).toEqual([]);
  expect(toldOf(work)).toEqual(['receipt-1']);
});
