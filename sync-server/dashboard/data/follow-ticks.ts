/** Milliseconds before listening again after the server closed the stream. */
const PAUSE = 3_000;

export type TickListener = {
  readonly onTick: () => void;
  /** The stream came or went. */
  readonly onContact: (isConnected: boolean) => void;
};

/**
 * Listens for the server's ticks, which say that something changed, and listens again whenever the stream ends.
 * Returns what stops it.
 */
export const followTicks = ({ onTick, onContact }: TickListener): (() => void) => {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    const opened = new EventSource('/api/v1/dashboard/stream');
    source = opened;
    opened.addEventListener('open', () => {
      onContact(true);
      // What changed while there was no stream was not told.
      onTick();
    });
    opened.addEventListener('message', onTick);
    opened.addEventListener('error', () => {
      onContact(false);
      // The browser tries again by itself after a broken connection, but not after a refusal.
      if (opened.readyState === EventSource.CLOSED) timer = setTimeout(open, PAUSE);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
};
