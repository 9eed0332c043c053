/** In a page or a process: its clock says `time` (ms since 1970) from now on, and runs on. */
declare global {
  var moveClockTo: ((time: number) => void) | undefined;
}

/** A script that gives a page or a process a clock of its own, which begins at `time` (ms since 1970). Timers go on as they are. */
export const clockScript = (time: number): string => `{
  const Real = Date;
  let ahead = ${time} - Real.now();
  globalThis.moveClockTo = (to) => { ahead = to - Real.now(); };
  const now = () => Real.now() + ahead;
  globalThis.Date = new Proxy(Real, {
    construct: (target, given) => given.length === 0 ? new target(now()) : new target(...given),
    apply: () => new Real(now()).toString(),
    get: (target, name) => name === 'now' ? now : Reflect.get(target, name),
  });
}`;

/** The same for a Node process with an IPC channel, as a module to be imported first; a number that it is sent moves its clock there. */
export const clockModule = (time: number): string => {
  const script = `${clockScript(time)}
    process.on('message', (to) => { if (typeof to === 'number') moveClockTo(to); });
    process.channel?.unref();`;
  return `data:text/javascript,${encodeURIComponent(script)}`;
};
