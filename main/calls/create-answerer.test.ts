import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calls } from '#shared/ipc/calls.ts';
import { readAnswer } from '#shared/ipc/read-answer.ts';
import { createAnswerer } from './create-answerer.ts';
import { createServices } from './create-services.ts';
import type { Services } from './services.ts';

const answererOf = (services: Services) => {
  const faults: string[] = [];
  const answer = createAnswerer({ services, onFault: (name) => faults.push(name) });
  return { answer, faults };
};

const { answer } = answererOf(
  createServices({ kind: 'browser', version: '1.2.3', mirror: null, devices: null }),
);

describe('a call of the page to its shell', () => {
  test('is answered by its service', async () => {
    expect(readAnswer('host.describe', await answer('host.describe', '{}'))).toEqual({
      ok: true,
      value: {
        kind: 'browser',
        version: '1.2.3',
        platform: process.platform,
        canChooseServer: false,
      },
    });
  });

  test('by a name nobody declared, or one that every object has, is unknown', async () => {
    for (const name of ['', 'host', 'toString', '__proto__', 'constructor', 'host.describe '])
      expect(JSON.parse(await answer(name, '{}'))).toEqual({
        ok: false,
        problem: { type: 'call_unknown' },
      });
  });

  test('with a question of another shape is refused before its service hears of it', async () => {
    const { answer, faults } = answererOf({
      'host.describe': () => Promise.reject(new Error('was asked')),
    });
    for (const [text, at] of [
      ['', ''],
      ['{', ''],
      ['[]', ''],
      ['null', ''],
      ['"{}"', ''],
      ['{"more":1}', '/more'],
    ])
      expect(JSON.parse(await answer('host.describe', text ?? ''))).toEqual({
        ok: false,
        problem: { type: 'call_malformed', at },
      });
    expect(faults).toEqual([]);
  });

  test('whatever is sent, an envelope comes back', async () => {
    const anyName = fc.oneof(fc.constantFrom(...Object.keys(calls)), fc.string());
    await fc.assert(
      fc.asyncProperty(anyName, fc.oneof(fc.json(), fc.string()), async (name, text) => {
        expect(JSON.parse(await answer(name, text))).toHaveProperty('ok');
      }),
    );
  });

  test('that this shell has no service for says so', async () => {
    const { answer } = answererOf({});
    expect(readAnswer('host.describe', await answer('host.describe', '{}'))).toEqual({
      ok: false,
      problem: { type: 'call_unavailable' },
    });
  });

  test('whose service throws, or answers with another shape, tells the page nothing but that', async () => {
    const wrong = { kind: 'browser', version: 1, platform: 'linux' };
    const services: Services[] = [
      { 'host.describe': () => Promise.reject(new Error('/home/anna/secret')) },
      {
        'host.describe': async () =>
          JSON.parse(JSON.stringify({ ok: true, value: wrong })) as never,
      },
    ];
    for (const each of services) {
      const { answer, faults } = answererOf(each);
      expect(JSON.parse(await answer('host.describe', '{}'))).toEqual({
        ok: false,
        problem: { type: 'call_failed' },
      });
      expect(faults).toEqual(['host.describe']);
    }
  });
});
