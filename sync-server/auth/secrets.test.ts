import { expect, test } from 'vitest';
import { createEnrolmentCode, normalizeEnrolmentCode } from './secrets.ts';

test('a code is the same however it is typed', () => {
  const code = createEnrolmentCode();
  expect(normalizeEnrolmentCode(code)).toBe(code);
  expect(normalizeEnrolmentCode(` ${code.toLowerCase().replaceAll('-', '')} `)).toBe(code);
});
