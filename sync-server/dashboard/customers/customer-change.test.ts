import { expect, test } from 'vitest';
import { changeOf, type CustomerForm } from './customer-change.ts';

const OPENED: CustomerForm = {
  name: 'Dana',
  phone: '+7 701 555 01 02',
  loyaltyCard: '70001',
  email: 'dana@home.example',
  language: 'kk',
  groupIds: ['staff', 'wholesale'],
};

const NOTHING = {
  name: null,
  phone: null,
  loyaltyCard: null,
  email: null,
  language: null,
  groupIds: null,
};

test.each([
  [{}, {}],
  [{ name: ' Dana ', groupIds: ['wholesale', 'staff'] }, {}],
  [{ name: 'Dana K. ' }, { name: 'Dana K.' }],
  [
    { phone: '', email: '' },
    { phone: '', email: '' },
  ],
  [{ loyaltyCard: ' ' }, {}],
  [
    { loyaltyCard: '70002', language: '' as const },
    { loyaltyCard: '70002', language: '' },
  ],
  [{ groupIds: ['staff'] }, { groupIds: ['staff'] }],
  [{ groupIds: ['staff', 'trade'] }, { groupIds: ['staff', 'trade'] }],
])('S7: of a form in which %j was typed only %j is said', (typed, said) => {
  expect(changeOf(OPENED, { ...OPENED, ...typed })).toEqual({ ...NOTHING, ...said });
});
