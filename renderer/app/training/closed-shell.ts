import { createShell, type Shell } from '#renderer/host/shell.ts';

const TAKEN = JSON.stringify({ ok: true, value: null });

/**
 * The shell of training: nothing is printed, no drawer opens and no window either. A paper counts as printed, so that
 * the browser does not print it instead.
 */
export const createClosedShell = (): Shell =>
  createShell(async (name) => {
    if (name === 'devices.print') return TAKEN;
    throw new Error('training has no shell');
  });
