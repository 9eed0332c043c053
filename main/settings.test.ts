import { describe, expect, test } from 'vitest';
import { readSettings } from './settings.ts';

describe('how the product runs here', () => {
  test('an empty variable counts as none', () => {
    const empty = { OMNITILL_HOST: '', OMNITILL_SERVER_URL: '', OMNITILL_TILL_PORT: '' };
    expect(readSettings(empty)).toEqual(readSettings({}));
    expect(readSettings(empty)).toMatchObject({ host: '127.0.0.1', serverUrl: null });
  });

  test.each([
    ['https://pos.example.com/', 'https://pos.example.com'],
    ['https://pos.example.com/tills/', 'https://pos.example.com'],
    ['http://10.0.0.5:4600', 'http://10.0.0.5:4600'],
  ])('a server elsewhere is called by its origin: %s', (given, origin) => {
    expect(readSettings({ OMNITILL_SERVER_URL: given }).serverUrl).toBe(origin);
  });

  test.each(['pos.example.com', 'localhost:4600', 'file:///tmp', 'http://'])(
    'what is no address of a server is named: %s',
    (given) => {
      expect(() => readSettings({ OMNITILL_SERVER_URL: given })).toThrow(given);
    },
  );

  test.each([
    'https://me:secret@pos.example.com',
    'ftp://me:secret@x',
    'me:secret@pos.example.com',
    'https://me:secret@',
  ])('a password in the address is refused and not repeated: %s', (given) => {
    expect(() => readSettings({ OMNITILL_SERVER_URL: given })).toThrow(
      /^OMNITILL_SERVER_URL has (?!.*secret)/,
    );
  });
});
