import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { fail, ok } from '#shared/kernel/result.ts';
import { PushReply } from '#shared/protocol/push.ts';
import { type HttpParts, post } from './post.ts';

const REPLY: PushReply = {
  epoch: 'a',
  time: '2026-01-02T11:00:00.000Z',
  head: { seq: 0, hash: '0'.repeat(64) },
  forked: false,
};

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status });

/** Posts to a server that gives this answer; what was asked of it is kept. */
const postTo = async (
  answer: () => Promise<Response>,
  { token = 'secret', isOnline = true }: { token?: string | null; isOnline?: boolean } = {},
) => {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const parts: HttpParts = {
    serverUrl: 'https://server.example',
    token: async () => token,
    fetch: (url, init) => {
      asked.push({ url: url instanceof Request ? url.url : String(url), init });
      return answer();
    },
    isOnline: () => isOnline,
  };
  return { reply: await post(parts, 'push', { n: 1 }, PushReply), asked };
};

describe('post', () => {
  test('T2: sends JSON with the token in a header, and hands the reply on', async () => {
    const { reply, asked } = await postTo(async () => json(REPLY));
    expect(reply).toEqual(ok(REPLY));
    expect(asked).toMatchObject([
      {
        url: 'https://server.example/api/v1/push',
        init: {
          method: 'POST',
          body: '{"n":1}',
          headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
        },
      },
    ]);
  });

  test('without a token none is sent', async () => {
    const { asked } = await postTo(async () => json(REPLY), { token: null });
    expect(asked[0]?.init?.headers).toEqual({ 'content-type': 'application/json' });
  });

  test('a refusal is told by its code', async () => {
    const { reply } = await postTo(async () => json({ code: 'till_revoked', at: '' }, 403));
    expect(reply).toEqual(fail({ type: 'refused', code: 'till_revoked' }));
  });

  test.each([
    [
      'an error page of a proxy',
      async () => new Response('<html>Bad gateway</html>', { status: 502 }),
    ],
    ['an error with a code nobody knows', async () => json({ code: 'teapot', at: '' }, 418)],
    ['an error without a body', async () => new Response(null, { status: 500 })],
    ['a body that breaks off', async () => new Response('{"epoch":"a"')],
    [
      'a page instead of JSON, as a captive portal gives',
      async () => new Response('<html>Log in</html>'),
    ],
    ['a line that breaks', () => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'a server that says nothing for long',
      () => Promise.reject(new DOMException('', 'TimeoutError')),
    ],
  ])('%s counts as a silent server', async (_, answer) => {
    expect((await postTo(answer)).reply).toEqual(fail({ type: 'server_silent' }));
  });

  test('no network is told as such', async () => {
    const { reply } = await postTo(() => Promise.reject(new TypeError()), { isOnline: false });
    expect(reply).toEqual(fail({ type: 'no_network' }));
  });

  test.each([
    ['misses a member', { ...REPLY, head: undefined }],
    ['has one too many', { ...REPLY, extra: 1 }],
    ['has a number as text', { ...REPLY, head: { ...REPLY.head, seq: '0' } }],
    ['has a fraction of a sequence', { ...REPLY, head: { ...REPLY.head, seq: 0.5 } }],
    ['is null', null],
  ])('a reply that %s gets no further', async (_, reply) => {
    expect((await postTo(async () => json(reply))).reply).toEqual(
      fail({ type: 'refused', code: 'malformed' }),
    );
  });

  describe('over a line so slow that an answer takes minutes', () => {
    /** A body that comes in `count` pieces, one every 15 s; it ends with the last, or never. */
    const slowly = (signal: AbortSignal | null | undefined, count: number, isWhole: boolean) => {
      const bytes = new TextEncoder().encode(JSON.stringify(REPLY));
      const size = Math.ceil(bytes.length / count);
      let sent = 0;
      return new ReadableStream<Uint8Array<ArrayBuffer>>({
        start: (body) => signal?.addEventListener('abort', () => body.error(signal.reason)),
        pull: (body) =>
          new Promise((resolve) => {
            setTimeout(() => {
              if (sent * size < bytes.length && (isWhole || sent < count - 1)) {
                body.enqueue(bytes.slice(sent * size, (sent + 1) * size));
                sent += 1;
                resolve();
              } else if (isWhole) {
                body.close();
                resolve();
              }
            }, 15_000);
          }),
      });
    };

    const postSlowly = async (isWhole: boolean) => {
      vi.useFakeTimers();
      onTestFinished(() => {
        vi.useRealTimers();
      });
      const reply = post(
        {
          serverUrl: 'https://server.example',
          token: async () => null,
          fetch: async (_, init) => new Response(slowly(init?.signal, 10, isWhole)),
          isOnline: () => true,
        },
        'pull',
        {},
        PushReply,
      );
      await vi.advanceTimersByTimeAsync(300_000);
      return reply;
    };

    test('it is waited for as long as it goes on coming', async () => {
      expect(await postSlowly(true)).toEqual(ok(REPLY));
    });

    test('one that stops in the midst counts as a silent server', async () => {
      expect(await postSlowly(false)).toEqual(fail({ type: 'server_silent' }));
    });
  });
});
