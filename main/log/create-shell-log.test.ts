import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createShellLog } from './create-shell-log.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'omnitill-log-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (place = folder) => createShellLog(place, () => new Date('2026-01-02T03:04:05Z'));

test('what happened is kept in order, with where a fault was', () => {
  const log = open();
  log.note('started', { version: '1.2.3' });
  log.fault('host.describe', new TypeError('x'));
  expect(log.read()).toMatch(
    /^2026-01-02T03:04:05\.000Z started version=1\.2\.3\n\S+ host\.describe fault=TypeError at=create-shell-log\.test\.ts:\d+:\d+/,
  );
});

test('no message of an error is written down, as it may quote a customer, a card or a folder', () => {
  const log = open();
  const secrets = [
    'Anna Karenina',
    '4111111111111111',
    '+77010000000',
    '/home/anna',
    'anna@mail.kz',
  ];
  for (const secret of secrets) {
    log.fault('call', new Error(`no ${secret}`));
    log.fault('call', new Error(`two lines\n    at ${secret}`));
    log.fault('call', secret);
    log.fault('call', Object.assign(new Error('x'), { code: secret, name: secret }));
  }
  const text = log.read();
  for (const secret of secrets) expect(text).not.toContain(secret);
  expect(text).not.toContain(tmpdir());
});

test('the log is bounded: a new file is begun, and one before it is kept', () => {
  const log = open();
  for (let each = 0; each < 6_000; each += 1) log.note('page_gone', { reason: 'x'.repeat(100) });
  expect(readdirSync(folder).toSorted()).toEqual(['shell.1.log', 'shell.log']);
  for (const name of readdirSync(folder))
    expect(statSync(path.join(folder, name)).size).toBeLessThan(300 * 1024);
});

test('a log that cannot be written stops nothing', () => {
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  const log = open(path.join(file, 'logs'));
  log.note('started');
  expect(log.read()).toBe('');
});
