import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { Exact, Nullable } from '#shared/kernel/schema.ts';

/** What the till shows its customer, written out already: the display knows no prices and no catalog. */
const DisplayContent = Exact({
  locale: Type.Enum(['en', 'ru', 'uk', 'kk']),
  store: Type.String(),
  lines: Type.Array(
    Exact({ id: Type.String(), name: Type.String(), detail: Type.String(), total: Type.String() }),
  ),
  discount: Nullable(Type.String()),
  total: Type.String(),
  /** What of it is to be paid yet; null = nothing of it is paid. */
  left: Nullable(Type.String()),
  /** What the customer has of points; null = nobody is named, or there are none. */
  points: Nullable(Type.String()),
  /** What the customer is to scan now, and how much it asks of them. */
  payment: Nullable(Exact({ code: Type.String(), amount: Type.String() })),
  /** Numbers of web orders whose goods stand ready: shown while the basket is empty. */
  ready: Type.Array(Type.String()),
});
export type DisplayContent = Static<typeof DisplayContent>;

/** Both windows are of one origin on one machine, so nothing needs to carry it between them. */
const CHANNEL = 'omnitill-customer-display';
const HELLO = 'hello';

export type TillSide = {
  readonly show: (content: DisplayContent) => void;
  readonly close: () => void;
};

/** The till's end: what was shown last is shown again to a display that opens later. */
export const openTillSide = (): TillSide => {
  const channel = new BroadcastChannel(CHANNEL);
  let last: DisplayContent | null = null;
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === HELLO && last !== null) channel.postMessage(last);
  });
  return {
    show: (content) => {
      last = content;
      channel.postMessage(content);
    },
    close: () => channel.close(),
  };
};

/** The display's end; returns what ends it. */
export const openDisplaySide = (onContent: (content: DisplayContent) => void): (() => void) => {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (Value.Check(DisplayContent, data)) onContent(data);
  });
  channel.postMessage(HELLO);
  return () => channel.close();
};
