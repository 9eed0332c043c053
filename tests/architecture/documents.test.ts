import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from './project-files.ts';

const documents = ['README.md', 'ARCHITECTURE.md'];

/** Made by running, so not in the tree. */
const made = /^(dist|node_modules|\.omnitill)\b/;
const fileEnding = /\.(ts|tsx|json|md|html|css|csv|png|svg|yml|sql|gz)$/;

/** The words in `code` and the targets of [links](target). */
function quoted(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```.*?^```/gms, '');
  return [...prose.matchAll(/`([^`\n]+)`|\]\(([^)\s]+)\)/g)].map(
    ([, code, link]) => code ?? link ?? '',
  );
}

/** A quoted word names a file when it looks like a path and starts in a folder of ours or ends like a file. */
function isFileName(word: string, topLevel: readonly string[]): boolean {
  if (!/^[\w.@-]+(\/[\w.@-]+)*\/?$/.test(word) || made.test(word)) return false;
  const [first] = word.split('/');
  return fileEnding.test(word) || (word.includes('/') && topLevel.includes(first ?? ''));
}

describe.each(documents)('%s', (document) => {
  test('names only files that exist', async () => {
    const topLevel = await readdir(projectRoot);
    const markdown = await readFile(path.join(projectRoot, document), 'utf8');
    const names = quoted(markdown)
      .map((word) => word.replace(/^\.\//, '').replace(/#.*$/, ''))
      .filter((word) => isFileName(word, topLevel));

    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !existsSync(path.join(projectRoot, name)))).toEqual([]);
  });
});

test('every row of docs/security.md names tests that are there', async () => {
  const text = await readFile(path.join(projectRoot, 'docs/security.md'), 'utf8');
  const specs = ['shell-page', 'shell-windows'].map((name) =>
    readFile(path.join(projectRoot, `tests/electron-host/${name}.spec.ts`), 'utf8'),
  );
  const shell = (await Promise.all(specs)).join('');
  const rows = text.split('\n').filter((line) => /^\| [–\d]/.test(line));
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    const shownBy = row.split('|').at(-2) ?? '';
    const titles = [...shownBy.matchAll(/“([^”]+)”/g)].map(([, title]) => title ?? '');
    const files = quoted(shownBy).filter((word) => word.endsWith('.ts'));
    expect([row, titles.length + files.length > 0]).toEqual([row, true]);
    for (const file of files)
      expect([file, existsSync(path.join(projectRoot, file))]).toEqual([file, true]);
    const named = await Promise.all(
      files.map((file) => readFile(path.join(projectRoot, file), 'utf8')),
    );
    for (const title of titles)
      expect(shell + named.join('')).toContain(`test('${title.replace(/…$/, '')}`);
  }
});

test('README gives the two commands', async () => {
  const readme = await readFile(path.join(projectRoot, 'README.md'), 'utf8');
  expect(readme).toContain('npm install && npm start');
  expect(readme).toContain('npm install && npm test');
});
