import type { Carrier } from './shell.ts';

/** A host that says nothing for so long, in milliseconds, counts as gone; a slow printer is given its time. */
export const SILENCE = 60_000;

/** Calls over the bridge of the desktop app: a main program that hangs holds up no page for ever. */
export const createBridgeCarrier =
  (call: Carrier): Carrier =>
  (name, text) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${name}: no answer`)), SILENCE);
      call(name, text)
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    });
