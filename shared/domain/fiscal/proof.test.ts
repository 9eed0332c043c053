import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { proofOf } from './proof.ts';
import { FiscalProof } from './schema.ts';

const PROOF: FiscalProof = {
  number: 'FD-1',
  sign: '42',
  code: 'https://ofd.example/1',
  mode: 'online',
};

test('what an operation holds is kept to the letter', () => {
  expect(proofOf(PROOF)).toEqual(PROOF);
  expect(proofOf({ ...PROOF, code: null })).toEqual({ ...PROOF, code: null });
});

test('J8: a longer number or sign keeps both its ends, and a code that would be cut is none', () => {
  const long = (text: string): string => `first${text.repeat(500)}last`;
  const proof = proofOf({ number: long('n'), sign: long('s'), code: long('c'), mode: 'offline' });
  expect(Value.Check(FiscalProof, proof)).toBe(true);
  expect(proof).toMatchObject({ code: null, mode: 'offline' });
  expect([proof.number, proof.sign]).toEqual([
    expect.stringMatching(/^first.*last$/),
    expect.stringMatching(/^first.*last$/),
  ]);
});

test('J8: a document that was registered without a number is on record all the same', () => {
  expect(Value.Check(FiscalProof, proofOf({ ...PROOF, number: '', code: '' }))).toBe(true);
});
