import { createParser } from 'eventsource-parser';
import { Value } from 'typebox/value';
import { Tick } from '#shared/protocol/stream.ts';

/** Listens to a stream of ticks. */
export type TickReader = {
  readonly status: number;
  /** Resolves as soon as a tick named this stream, also one that came before. */
  readonly hear: (stream: string) => Promise<true>;
  /** Streams named so far. */
  readonly heard: () => readonly string[];
  /** Resolves when the server ended the stream. */
  readonly ended: Promise<void>;
  readonly close: () => void;
};

export const listenForTicks = async (
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<TickReader> => {
  const abort = new AbortController();
  const response = await fetch(url, { headers, signal: abort.signal });
  const heard = new Set<string>();
  const waiting = new Map<string, (heard: true) => void>();
  const parser = createParser({
    onEvent: ({ data }) => {
      const tick: unknown = JSON.parse(data);
      if (!Value.Check(Tick, tick)) throw new Error(`not a tick: ${data}`);
      for (const stream of tick.streams) {
        heard.add(stream);
        waiting.get(stream)?.(true);
      }
    },
  });
  const read = async (): Promise<void> => {
    if (!response.body) return;
    const text = response.body.pipeThrough(new TextDecoderStream());
    for await (const chunk of text) parser.feed(chunk);
  };
  return {
    status: response.status,
    hear: (stream) =>
      heard.has(stream)
        ? Promise.resolve(true)
        : new Promise((resolve) => {
            waiting.set(stream, resolve);
          }),
    heard: () => [...heard],
    ended: read().catch(() => undefined),
    close: () => abort.abort(),
  };
};
