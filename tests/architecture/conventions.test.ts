import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectRoot, sourceFiles } from './project-files.ts';

const forbidden: Record<string, RegExp> = {
  'a re-export: every name has one home': /^export\s+(type\s+)?(\*|\{[^}]*\})[^;'"]*\sfrom\s/m,
  'a cast through unknown': /\bas\s+unknown\s+as\b/,
  'a silenced check': /(ox|es)lint-disabl[e]|@ts-(ignore|nocheck|expect-error)/,
  'a test left out or alone': /\b(test|it|describe)\.(skip|only|todo|fixme)\(/,
  'a note to self': /\b(TOD[O]|FIXM[E])\b/,
};

/** Where a test may stand so that some runner picks it up: see vitest.config.ts and playwright.config.ts. */
const testPlaces: RegExp[] = [
  /^(shared|renderer|main|sync-server)\/.*\.test\.tsx?$/,
  /^tests\/(architecture|conflicts|contract|fiscal|payments|pricing|replay|simulation|packaging|electron-host|power-cut)\/.*\.test\.ts$/,
  /^tests\/(e2e|electron-host)\/.*\.spec\.ts$/,
];

let textByFile: Map<string, string>;

beforeAll(async () => {
  const files = await sourceFiles();
  const texts = await Promise.all(
    files.map(
      async (file) => [file, await readFile(path.join(projectRoot, file), 'utf8')] as const,
    ),
  );
  textByFile = new Map(texts);
});

describe('no file of the tree', () => {
  test.each(Object.entries(forbidden))('holds %s', (_, pattern) => {
    const offenders = [...textByFile]
      .filter(([, text]) => pattern.test(text))
      .map(([file]) => file);
    expect(offenders).toEqual([]);
  });

  test('is a test that no runner picks up', () => {
    const lost = [...textByFile.keys()]
      .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
      .filter((file) => !testPlaces.some((place) => place.test(file)));
    expect(lost).toEqual([]);
  });

  test('of a till prices goods or asks for their last day by its bare clock (rules R9, J7)', () => {
    const bare =
      /\b(priceOf|priceBasket|promotionsOfCode|lowestPrice|nextAsk|readGs1)\([^;]*?(?<!\btime\.)\bnow\(\)/;
    const offenders = [...textByFile]
      .filter(([file]) => file.startsWith('renderer/') && !file.includes('.test.'))
      .filter(([, text]) => bare.test(text))
      .map(([file]) => file);
    expect(bare.test('prices.priceOf(product, store.now())')).toBe(true);
    expect(bare.test('prices.priceOf(product, store.time.now())')).toBe(false);
    expect(offenders).toEqual([]);
  });

  test('has a name in other than kebab-case', () => {
    const named = [...textByFile.keys()].filter(
      (file) => !/^([a-z0-9]+(-[a-z0-9]+)*(\/|\.))+(d\.ts|tsx?)$/.test(file),
    );
    expect(named).toEqual([]);
  });
});

describe('what the desktop app is secured by', () => {
  test('is a version of Electron that is named to the letter, as every other package is', async () => {
    const manifest = JSON.parse(
      await readFile(path.join(projectRoot, 'package.json'), 'utf8'),
    ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^(npm:\S+@)?\d+\.\d+\.\d+$/.test(version))).toEqual(
      [],
    );
    expect(versions.map(([name]) => name)).toContain('electron');
  });

  test('is no call that its makers gave up: the linter refuses them', async () => {
    const rules = await readFile(path.join(projectRoot, '.oxlintrc.json'), 'utf8');
    expect(rules).toContain('"typescript/no-deprecated": "error"');
    // It is known by its type alone, and let pass in no folder.
    expect(rules).toContain('"typeAware": true');
    expect(rules.match(/no-deprecated/g)).toHaveLength(1);
    expect(rules).toContain('"ignorePatterns": ["dist", "coverage", "test-results", ".omnitill"]');
  });
});
