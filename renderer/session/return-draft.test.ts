import { describe, expect, test } from 'vitest';
import { quantity, units } from '#shared/kernel/quantity.ts';
import {
  draftOf,
  findCondition,
  giveReason,
  isAnyTaken,
  NO_DRAFTS,
  requestsOf,
  stepLine,
  takeAll,
  toggleLine,
} from './return-draft.ts';

const tea = { id: 'tea', unit: 'piece' as const, left: units(3) };
const ham = { id: 'ham', unit: 'kilogram' as const, left: quantity(745) };

describe('lines that may come back', () => {
  test('a press takes one piece, or all that was weighed; another gives it back', () => {
    const one = toggleLine(toggleLine(NO_DRAFTS, tea), ham);
    expect([draftOf(one, 'tea').quantity, draftOf(one, 'ham').quantity]).toEqual([1000, 745]);
    const none = toggleLine(toggleLine(one, tea), ham);
    expect(isAnyTaken(none)).toBe(false);
  });

  test('more and less stay between nothing and what may come back', () => {
    let drafts = NO_DRAFTS;
    for (let press = 0; press < 5; press += 1) drafts = stepLine(drafts, tea, 1);
    expect(draftOf(drafts, 'tea').quantity).toBe(3000);
    for (let press = 0; press < 5; press += 1) drafts = stepLine(drafts, tea, -1);
    expect(draftOf(drafts, 'tea').quantity).toBe(0);
    expect(draftOf(stepLine(drafts, ham, 1), 'ham').quantity).toBe(100);
  });

  test('R18 the reason says what was found and what happens, unless a person finds otherwise', () => {
    const defect = giveReason(toggleLine(NO_DRAFTS, tea), 'tea', 'defect');
    expect(draftOf(defect, 'tea')).toMatchObject({
      condition: 'defective',
      disposition: 'processing',
    });
    expect(draftOf(findCondition(defect, 'tea', 'damaged'), 'tea').disposition).toBe('damaged');
    const sound = giveReason(defect, 'tea', 'changed_mind');
    expect(draftOf(sound, 'tea')).toMatchObject({ condition: 'as_new', disposition: 'restock' });
  });

  test('one reason does for all that are taken without one, and for the next', () => {
    const both = giveReason(takeAll(NO_DRAFTS, [tea, ham]), 'tea', 'wrong_item');
    expect(requestsOf(both)?.map(({ lineId, reason }) => [lineId, reason])).toEqual([
      ['tea', 'wrong_item'],
      ['ham', 'wrong_item'],
    ]);
    expect(requestsOf(toggleLine(NO_DRAFTS, tea))).toBeNull();
    const later = toggleLine(giveReason(toggleLine(NO_DRAFTS, tea), 'tea', 'defect'), ham);
    expect(draftOf(later, 'ham')).toMatchObject({ reason: 'defect', condition: 'defective' });
  });
});
