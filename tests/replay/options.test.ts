import { expect, test } from 'vitest';
import { parseOptions } from './options.ts';

const parse = (line: string, environment: NodeJS.ProcessEnv = {}) =>
  parseOptions(line.split(' '), environment);

const SIGN_IN = { OMNITILL_EMAIL: 'admin@demo.local', OMNITILL_PASSWORD: 'secret' };

test('an own server unless one is named', () => {
  expect(parse('--file a.csv --tills 8 --kills 2')).toEqual({
    ok: true,
    value: { file: 'a.csv', tills: 8, kills: 2, server: null, data: null, seed: 1 },
  });
  expect(
    parse(
      '--file a.csv --tills 8 --kills 0 --server http://localhost:4600/ --data d --seed 7',
      SIGN_IN,
    ),
  ).toMatchObject({
    value: {
      server: {
        url: 'http://localhost:4600',
        administrator: { email: 'admin@demo.local', password: 'secret' },
      },
      data: 'd',
      seed: 7,
    },
  });
});

test.each([
  ['--tills 8 --kills 2', '--file'],
  ['--file a.csv --tills 0 --kills 2', '--tills'],
  ['--file a.csv --tills 8 --kills two', '--kills'],
  ['--file a.csv --tills 8 --kills 2 --seed -1', '--seed'],
  ['--file a.csv --tills 8 --kills 2 --speed 3', '--speed'],
  ['--file a.csv --tills 8 --kills 0 --server here', '--server'],
  ['--file a.csv --tills 8 --kills 2 --server http://localhost:4600', 'not possible'],
])('%s is complained about', (line, word) => {
  const parsed = parse(line, SIGN_IN);
  expect(parsed.ok ? '' : parsed.problem).toContain(word);
});

test('a server needs a sign-in', () => {
  const parsed = parse('--file a.csv --tills 8 --kills 0 --server http://localhost:4600');
  expect(parsed.ok ? '' : parsed.problem).toContain('OMNITILL_EMAIL');
});
