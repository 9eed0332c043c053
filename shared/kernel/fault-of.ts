/** An error as it may be written down: its class, its code and where it was. Never its message, which may quote anything. */
export type Fault = { readonly name: string; readonly places: readonly string[] };

/** File, line and column, with no folder: what is longer is none of ours. */
const PLACE = /([\w.-]{1,80}:\d{1,7}:\d{1,7})\)?$/;
/** How many places say where it was. */
export const MOST_PLACES = 8;

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' && /^[A-Z][A-Z_]{0,39}\d{0,3}$/.test(error.code)
    ? ` ${error.code}`
    : '';

/** The stack behind the message, of which each line could look like a place. */
const framesOf = ({ message, stack = '' }: Error): readonly string[] => {
  const start = stack.indexOf(message);
  return stack.slice(Math.max(start, 0) + message.length).split('\n');
};

export const faultOf = (error: unknown): Fault => {
  if (!(error instanceof Error)) return { name: typeof error, places: [] };
  const name = /^[A-Za-z]{1,60}$/.test(error.name) ? error.name : 'Error';
  const frames = framesOf(error).filter((line) => /^\s+at /.test(line));
  const places = frames.flatMap((line) => PLACE.exec(line)?.[1] ?? []).slice(0, MOST_PLACES);
  return { name: `${name}${codeOf(error)}`, places };
};
