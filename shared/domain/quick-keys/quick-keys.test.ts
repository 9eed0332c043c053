import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fact } from '#shared/operations/facts.fixture.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { applyToQuickKeys } from '#shared/operations/quick-keys-effects.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { overruledIn, pagesOf } from './apply.ts';
import {
  addPage,
  addTile,
  colourTile,
  decideArrangement,
  movePage,
  moveTile,
  moveTileTo,
  removePage,
  removeTile,
  renamePage,
} from './arrange.ts';
import {
  KEPT_VERSIONS,
  MAX_PAGES,
  MAX_TILES,
  type QuickKeys,
  type QuickKeysPage,
} from './schema.ts';

const page = (name: string, ...skus: string[]): QuickKeysPage => ({ name, skus });

/** What a manager at till `number` saves who sees `seen`. */
const arranged = (name: string, seen: QuickKeys | null, number: number, seq: number): Operation => {
  const decided = decideArrangement([page(name, 'TEA')], seen);
  if (!decided.ok) throw new Error(decided.problem.type);
  return fact({ type: 'tiles.arranged', payload: decided.value }, number, seq);
};

const after = (...operations: readonly Operation[]): QuickKeys =>
  operations.reduce<QuickKeys | null>(applyToQuickKeys, null) ?? expect.fail('no quick keys');

const shown = (quickKeys: QuickKeys): string[] => pagesOf(quickKeys).map(({ name }) => name);

const first = arranged('first', null, 1, 1);
const second = arranged('second', after(first), 2, 1);
/** Made at a till that was cut off and had seen the first alone; twice, so that it counts as later. */
const cutOff = arranged('cut off', after(first), 3, 1);
const cutOffAgain = arranged('cut off again', after(first, cutOff), 3, 2);

describe('the quick keys of a store', () => {
  test('are those that were saved last by whoever saw the ones before', () => {
    expect(shown(after(first))).toEqual(['first']);
    expect(shown(after(first, second))).toEqual(['second']);
    expect(overruledIn(after(first, second))).toBeNull();
    expect(pagesOf(null)).toEqual([]);
  });

  test('S8: are the same whichever arrangement is heard of first, and however often', () => {
    const facts = [first, second, cutOff, cutOffAgain];
    const whole = after(...facts);
    const heard = fc
      .tuple(
        fc.shuffledSubarray(facts, { minLength: facts.length }),
        fc.array(fc.constantFrom(...facts), { maxLength: 4 }),
      )
      .map(([told, again]) => [...told, ...again]);
    fc.assert(
      fc.property(heard, (told) => {
        expect(after(...told)).toEqual(whole);
      }),
    );
  });

  test('J7: no clock decides what came after what', () => {
    const late = { ...first, at: '2099-01-01T00:00:00.000Z' };
    const next = arranged('next', after(late), 2, 1);
    expect(shown(after(late, next))).toEqual(['next']);
  });

  test('S8: what two managers arranged who could not see each other is kept, until one of them saw both', () => {
    const both = after(first, second, cutOff, cutOffAgain);
    expect(shown(both)).toEqual(['cut off again']);
    expect(overruledIn(both)?.operationId).toBe(second.id);
    const settled = arranged('settled', both, 2, 2);
    const whole = after(first, second, cutOff, cutOffAgain, settled);
    expect(shown(whole)).toEqual(['settled']);
    expect(overruledIn(whole)).toBeNull();
  });

  test('keep a few versions, and of any number the same', () => {
    let quickKeys: QuickKeys | null = null;
    const facts = Array.from({ length: KEPT_VERSIONS + 3 }, (_, index) => {
      const next = arranged(`v${index}`, quickKeys, 1, index + 1);
      quickKeys = applyToQuickKeys(quickKeys, next);
      return next;
    });
    expect(after(...facts).versions).toHaveLength(KEPT_VERSIONS);
    expect(after(...facts.toReversed())).toEqual(after(...facts));
    expect(overruledIn(after(...facts))).toBeNull();
  });
});

describe('an arrangement', () => {
  const pages = [page('a', 'TEA', 'CAKE', 'MILK'), page('b', 'SOAP')];

  test('puts tiles on a page, once, and takes them off', () => {
    expect(addTile(pages, 1, 'TEA')[1]?.skus).toEqual(['SOAP', 'TEA']);
    expect(addTile(pages, 0, 'TEA')).toEqual(pages);
    expect(removeTile(pages, 0, 'CAKE')[0]?.skus).toEqual(['TEA', 'MILK']);
  });

  test('moves tiles by one place, and no further than the ends', () => {
    expect(moveTile(pages, 0, 'MILK', -1)[0]?.skus).toEqual(['TEA', 'MILK', 'CAKE']);
    expect(moveTile(pages, 0, 'TEA', -1)).toEqual(pages);
    expect(moveTile(pages, 0, 'MILK', 1)).toEqual(pages);
    expect(moveTile(pages, 0, 'SOAP', 1)).toEqual(pages);
  });

  test('moves a tile to another page', () => {
    expect(moveTileTo(pages, 0, 'TEA', 1)).toEqual([
      page('a', 'CAKE', 'MILK'),
      page('b', 'SOAP', 'TEA'),
    ]);
    expect(moveTileTo(pages, 0, 'TEA', 0)).toEqual(pages);
    expect(moveTileTo(pages, 0, 'TEA', 7)).toEqual(pages);
  });

  test('no tile is lost on its way to a page that is full, nor put on one', () => {
    const full = page('full', ...Array.from({ length: MAX_TILES }, (_, place) => `S${place}`));
    expect(moveTileTo([page('a', 'TEA'), full], 0, 'TEA', 1)).toEqual([page('a', 'TEA'), full]);
    expect(addTile([full], 0, 'TEA')).toEqual([full]);
  });

  test('gives a tile a colour, which goes with it to another page and off with it', () => {
    const red = colourTile(pages, 0, 'TEA', 'red');
    expect(red[0]?.colours).toEqual([{ sku: 'TEA', colour: 'red' }]);
    const blue = colourTile(colourTile(red, 0, 'CAKE', 'green'), 0, 'TEA', 'blue');
    expect(blue[0]?.colours).toEqual([
      { sku: 'CAKE', colour: 'green' },
      { sku: 'TEA', colour: 'blue' },
    ]);
    const there = moveTileTo(blue, 0, 'TEA', 1);
    expect(there.map(({ colours }) => colours)).toEqual([
      [{ sku: 'CAKE', colour: 'green' }],
      [{ sku: 'TEA', colour: 'blue' }],
    ]);
    expect(removeTile(there, 1, 'TEA')[1]).toEqual(page('b', 'SOAP'));
    expect(colourTile(red, 0, 'TEA', null)).toEqual(pages);
    expect(decideArrangement(red, null)).toMatchObject({ ok: true, value: { pages: red } });
  });

  test('adds, names, moves and removes pages, as many as there may be', () => {
    expect(movePage(pages, 1, -1).map(({ name }) => name)).toEqual(['b', 'a']);
    expect(removePage(pages, 0).map(({ name }) => name)).toEqual(['b']);
    expect(renamePage(pages, 0, 'x'.repeat(99))[0]?.name).toHaveLength(24);
    const many = Array.from({ length: MAX_PAGES }, (_, place) => page(`p${place}`));
    expect(addPage(many, 'one more')).toEqual(many);
  });

  test('is refused without a name for each page, and may have no page at all', () => {
    expect(decideArrangement([page('  ', 'TEA')], null)).toEqual(
      fail({ type: 'page_name_missing' }),
    );
    expect(decideArrangement([page(' a ', 'TEA')], null)).toEqual(
      ok({ seen: [], revision: 1, pages: [page('a', 'TEA')] }),
    );
    expect(decideArrangement([], after(first))).toEqual(
      ok({ seen: [first.id], revision: 2, pages: [] }),
    );
  });
});
