import { expect, test } from 'vitest';
import type { CallName } from '#shared/ipc/calls.ts';
import { type FaultSource, noteFaults } from './note-faults.ts';
import { createShell } from './shell.ts';

const listen = () => {
  const page = new EventTarget();
  const told: { name: CallName; text: string }[] = [];
  const shell = createShell(async (name, text) => {
    told.push({ name: name as CallName, text });
    return '{"ok":true,"value":null}';
  });
  noteFaults(page as FaultSource, shell);
  const happen = (type: string, facts: object): void =>
    void page.dispatchEvent(Object.assign(new Event(type), facts));
  return { told, happen };
};

test('an error and a promise that nobody heard are told to the shell, without what they say', () => {
  const { told, happen } = listen();
  const code = Object.assign(new RangeError('Anna, +77010000000'), { code: 'COL20' });
  happen('error', { error: code });
  happen('unhandledrejection', { reason: new TypeError('4111 1111 1111 1111') });
  happen('unhandledrejection', { reason: 'Anna' });
  expect(told.map(({ name }) => name)).toEqual(['log.note', 'log.note', 'log.note']);
  const names = told.map(({ text }) => (JSON.parse(text) as { name: string }).name);
  expect(names).toEqual(['RangeError COL20', 'TypeError', 'string']);
  expect(told[0]?.text).toMatch(/note-faults\.test\.ts:\d+:\d+/);
  expect(told.map(({ text }) => text).join('')).not.toMatch(/Anna|7701|4111/);
});

test('a page that fails in a circle does not call its shell in a circle', () => {
  const { told, happen } = listen();
  for (let each = 0; each < 500; each += 1) happen('error', { error: new Error('x') });
  expect(told).toHaveLength(30);
});
