import { describe, expect, test } from 'vitest';
import { LOCALES } from '../kernel/text.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import { translationFaults } from './translation-faults.fixture.ts';
import { uk } from './uk.ts';

const languages = { en, ru, uk, kk };

describe('the four languages', () => {
  test.each(LOCALES)(
    '%s has the keys, plural forms, placeholders and letters it must have',
    (locale) => {
      expect(translationFaults(locale, en, languages[locale])).toEqual([]);
    },
  );
});

describe('the check notices', () => {
  const source = {
    area: { name: 'Hello, {{name}}', lines_one: '{{count}} line', lines_other: '{{count}} lines' },
  };
  const lines = {
    lines_one: '{{count}} строка',
    lines_few: '{{count}} строки',
    lines_many: '{{count}} строк',
    lines_other: '{{count}} строки',
  };
  const faultsOf = (area: Record<string, string>) => translationFaults('ru', source, { area });

  test('nothing in a right translation', () => {
    expect(faultsOf({ name: 'Привет, {{name}}', ...lines })).toEqual([]);
  });
  test('a missing key', () => {
    expect(faultsOf(lines)).toEqual(['ru area.name: missing']);
  });
  test('a superfluous key', () => {
    expect(faultsOf({ name: 'Привет, {{name}}', ...lines, more: 'Ещё' })).toEqual([
      'ru area.more: not in English',
    ]);
  });
  test('a missing plural form', () => {
    const { lines_few: _, ...others } = lines;
    expect(faultsOf({ name: 'Привет, {{name}}', ...others })).toEqual([
      'ru area.lines_few: missing',
    ]);
  });
  test('a plural form that the language does not have', () => {
    const kazakh = {
      name: 'Сәлем, {{name}}',
      lines_one: '{{count}} жол',
      lines_other: '{{count}} жол',
    };
    expect(
      translationFaults('kk', source, { area: { ...kazakh, lines_few: '{{count}} жол' } }),
    ).toEqual(['kk area.lines_few: not in English']);
  });
  test('a misspelt placeholder', () => {
    expect(faultsOf({ name: 'Привет, {{nane}}', ...lines })).toEqual([
      'ru area.name: placeholders differ',
    ]);
  });
  test('a Latin letter in a Cyrillic word', () => {
    expect(faultsOf({ name: 'Пpивет, {{name}}', ...lines })).toEqual([
      'ru area.name: foreign letter in "Пpивет"',
    ]);
  });
  test('a Latin letter that stands for a Cyrillic word', () => {
    expect(faultsOf({ name: 'Привет c {{name}}', ...lines })).toEqual([
      'ru area.name: foreign letter in "c"',
    ]);
  });
  test('a letter of another Cyrillic language', () => {
    expect(faultsOf({ name: 'Прівет, {{name}}', ...lines })).toEqual([
      'ru area.name: foreign letter in "Прівет"',
    ]);
  });
  test('a count without plural forms', () => {
    const counted = { area: { left: '{{count}} left' } };
    expect(translationFaults('ru', counted, { area: { left: '{{count}} ост.' } })).toEqual([
      'ru area.left: a count without plural forms',
    ]);
  });
  test('an empty text', () => {
    expect(translationFaults('ru', { ok: 'OK' }, { ok: ' ' })).toEqual(['ru ok: empty']);
  });
});
