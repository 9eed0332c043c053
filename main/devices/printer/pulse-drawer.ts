import type { Printer, PrinterState } from '#shared/devices/printing.ts';
import { DRAWER_PULSE, DRAWER_PULSE_NOW } from '../escpos/commands.ts';
import { askState, isReady } from './ask-state.ts';
import { type OpenLink, withLink } from './print-bytes.ts';

/** Milliseconds in which a printer has said how it is, or says nothing at all: somebody stands before the drawer. */
const PATIENCE = 300;

/**
 * Opens the drawer at once or not at all: a printer with its cover open or its paper out would keep the pulse, and open the
 * drawer when nobody is there. One that says nothing gets the pulse that none keeps. A drawer does not say whether it is open.
 */
export const pulseDrawer = async (open: OpenLink, { address }: Printer): Promise<PrinterState> =>
  (await withLink(open, address, async (link) => {
    const state = await askState(link, PATIENCE);
    if (isReady(state)) await link.send(state === 'ready_silent' ? DRAWER_PULSE_NOW : DRAWER_PULSE);
    return state;
  })) ?? 'unreachable';
