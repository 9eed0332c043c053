import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileOf } from './file-of.ts';

const FOLDER = path.resolve('/srv/till');

test('an address means the file of its name', () => {
  expect(fileOf(FOLDER, '/index.html')).toBe(path.join(FOLDER, 'index.html'));
  expect(fileOf(FOLDER, '/assets/%D0%B0.js')).toBe(path.join(FOLDER, 'assets/а.js'));
});

test('no address leads out of the folder', () => {
  for (const pathname of [
    '/',
    '/..',
    '/../x',
    '/%2e%2e/x',
    '/a/../../x',
    '/..%5cx',
    '/%00',
    '/C:/x',
  ])
    expect([pathname, fileOf(FOLDER, pathname)]).toEqual([pathname, null]);
  const part = fc.oneof(
    fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', '//', 'a', '%', 'till', '\0'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const file = fileOf(FOLDER, `/${parts.join('/')}`);
      expect(file === null || file.startsWith(FOLDER + path.sep)).toBe(true);
    }),
  );
});
