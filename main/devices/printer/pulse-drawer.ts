import type { Printer, PrinterState } from '#shared/devices/printing.ts';
import { DRAWER_PULSE, DRAWER_PULSE_NOW } from '../escpos/commands.ts';
import type { AskState } from './answering.ts';
import { isReady } from './ask-state.ts';
import type { OpenLink } from './link.ts';
import { withLink } from './print-bytes.ts';

/**
 * Opens the drawer at once or not at all: a printer with its cover open or its paper out would keep the pulse, and so would
 * one that hangs or serves another till, and open the drawer when nobody is there. One that never says anything gets the
 * pulse that none keeps. A drawer does not say whether it is open.
 */
export const pulseDrawer = async (
  open: OpenLink,
  ask: AskState,
  { address }: Printer,
): Promise<PrinterState> => {
  const done = await withLink(open, address, async (link) => {
    const state = await ask(link, address);
    if (isReady(state)) await link.send(state === 'ready_silent' ? DRAWER_PULSE_NOW : DRAWER_PULSE);
    return state;
  });
  return done.ok ? done.value : done.problem;
};
