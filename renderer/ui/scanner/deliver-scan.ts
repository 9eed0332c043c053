import { beep } from './beep.ts';
import { inTurn } from './in-turn.ts';
import { scanLayers } from './scan-layers.ts';

/** Longer than any code is looked at, a server that is asked included. */
const PATIENCE = 3000;

const take = inTurn(PATIENCE);

/**
 * Hands a code to what is topmost on screen, however it was read. One after another: what the one before opens must be there for
 * the next.
 */
export const deliverScan = (code: string): Promise<void> =>
  take(async () => {
    const listener = scanLayers.topDown()[0];
    if (!listener || !(await listener().onScan(code))) beep();
  });
