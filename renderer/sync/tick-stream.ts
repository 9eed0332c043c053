import { EventSourceParserStream } from 'eventsource-parser/stream';

export type TickParts = {
  readonly serverUrl: string;
  readonly token: () => Promise<string | null>;
  readonly onTick: () => void;
  /** Milliseconds before the next try after the stream ended. */
  readonly pause: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

const readTicks = async (parts: TickParts, signal: AbortSignal): Promise<void> => {
  const token = await parts.token();
  if (token === null) return;
  const response = await fetch(`${parts.serverUrl}/api/v1/stream`, {
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
    signal,
  });
  if (!response.ok || !response.body) return;
  const events = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream());
  // What changed while there was no stream was not told.
  parts.onTick();
  for await (const _ of events) parts.onTick();
};

/**
 * Listens for ticks by fetch, so that the token travels in a header (rule T2), and listens again whenever the
 * stream ends. Returns what stops it.
 */
export const followTicks = (parts: TickParts): (() => void) => {
  const stopping = new AbortController();
  const follow = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await readTicks(parts, stopping.signal).catch(() => undefined);
      await parts.sleep(parts.pause(), stopping.signal);
    }
  };
  void follow();
  return () => stopping.abort();
};
