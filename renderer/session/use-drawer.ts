import { useEffect, useState } from 'react';
import type { PrinterFault } from '#shared/devices/printing.ts';
import { opensDrawer } from '#shared/operations/opens-drawer.ts';
import { openDrawer } from './open-drawer.ts';
import { useTill } from './till-context.ts';

/** Milliseconds that it is said: whoever had to reach into the drawer has a key in it by then. */
const SAID = 30_000;

/**
 * The cash drawer opens for what happened, once that is on the disk, and nobody waits for it (rule J4). Why it did not open
 * for the last of it; null = it did, or that is long ago.
 */
export const useDrawer = (): PrinterFault | null => {
  const { store, shell } = useTill();
  const [fault, setFault] = useState<PrinterFault | null>(null);
  useEffect(() => {
    const open = async (): Promise<void> => {
      setFault(null);
      setFault(await openDrawer({ shell, ledger: store.ledger }));
    };
    return store.journal.onAppend((operation) => {
      if (opensDrawer(operation)) void open();
    });
  }, [store, shell]);
  useEffect(() => {
    if (fault === null) return undefined;
    const timer = setTimeout(() => setFault(null), SAID);
    return () => clearTimeout(timer);
  }, [fault]);
  return fault;
};
