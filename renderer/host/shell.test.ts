import { afterEach, describe, expect, test, vi } from 'vitest';
import { createBridgeCarrier, SILENCE } from './bridge-carrier.ts';
import { findHostMirror } from './host-mirror.ts';
import { createHttpCarrier } from './http-carrier.ts';
import { createShell } from './shell.ts';

const VALUE = { kind: 'browser', version: '1', platform: 'linux', canChooseServer: false };

const described = (text: string) => createShell(async () => text).call('host.describe', {});

describe('what the page hears of its shell', () => {
  test('is the answer, when it is what the registry says', async () => {
    expect(await described(JSON.stringify({ ok: true, value: VALUE }))).toEqual({
      ok: true,
      value: VALUE,
    });
    expect(
      await described(JSON.stringify({ ok: false, problem: { type: 'call_unavailable' } })),
    ).toEqual({ ok: false, problem: { type: 'call_unavailable' } });
  });

  test('is a fault of the shell, when it is anything else', async () => {
    const wrong = [
      '',
      'null',
      '{}',
      '<html></html>',
      JSON.stringify({ ok: true }),
      JSON.stringify({ ok: true, value: { ...VALUE, more: 1 } }),
      JSON.stringify({ ok: false, problem: { type: 'paper_out' } }),
    ];
    for (const text of wrong)
      expect(await described(text)).toEqual({ ok: false, problem: { type: 'call_failed' } });
  });

  test('is that nobody answers, when the shell is gone: no call rejects', async () => {
    const shell = createShell(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await shell.call('host.describe', {})).toEqual({
      ok: false,
      problem: { type: 'shell_unreachable' },
    });
  });
});

describe('a main program that hangs', () => {
  const hangs = () => createShell(createBridgeCarrier(() => new Promise(() => undefined)));
  afterEach(() => void vi.useRealTimers());

  test('counts as gone after a while: no call waits for ever', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answer = hangs().call('host.describe', {});
    await vi.advanceTimersByTimeAsync(SILENCE);
    expect(await answer).toEqual({ ok: false, problem: { type: 'shell_unreachable' } });
  });

  test('J4: keeps no page from opening: its mirror is unreachable within seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const asked = (async () => {
      const mirror = await findHostMirror(hangs());
      return mirror?.kept('ONE-01').catch(String);
    })();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(await asked).toMatch('shell_unreachable');
  });
});

test('over HTTP the cookie is asked for once it is missing, and the call made again', async () => {
  const asked: string[] = [];
  let hasCookie = false;
  const carry = createHttpCarrier(async (path) => {
    asked.push(path);
    if (path === '/host/session') hasCookie = true;
    return new Response(hasCookie ? 'answer' : 'refused', { status: hasCookie ? 200 : 403 });
  });
  expect(await carry('host.describe', '{}')).toBe('answer');
  expect(await carry('host.describe', '{}')).toBe('answer');
  expect(asked).toEqual([
    '/host/calls/host.describe',
    '/host/session',
    '/host/calls/host.describe',
    '/host/calls/host.describe',
  ]);
});
