/** An error as it may be written down: its class, its code and where it was. Never its message, which may quote anything. */
export type Fault = { readonly name: string; readonly places: readonly string[] };

const PLACE = /([\w.-]+:\d+:\d+)\)?$/;
const MOST = 8;

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' && /^[A-Z_]{1,40}$/.test(error.code)
    ? ` ${error.code}`
    : '';

export const faultOf = (error: unknown): Fault => {
  if (!(error instanceof Error)) return { name: typeof error, places: [] };
  const name = /^[A-Za-z]{1,60}$/.test(error.name) ? error.name : 'Error';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const places = frames.flatMap((line) => PLACE.exec(line)?.[1] ?? []).slice(0, MOST);
  return { name: `${name}${codeOf(error)}`, places };
};
