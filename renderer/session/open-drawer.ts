import type { PrinterFault } from '#shared/devices/printing.ts';
import type { Shell } from '../host/shell.ts';
import type { Ledger } from '../store/ledger.ts';

/** Whether this till has a drawer, as its shell last said. */
const HAS_DRAWER = 'has-drawer';

export type DrawerParts = {
  readonly shell: Shell;
  readonly ledger: Pick<Ledger, 'readLocal' | 'writeLocal'>;
};

/** Why the drawer stays shut; null = it opened, or there is none. Of a shell that is gone it is known whether it had one. */
export const openDrawer = async ({ shell, ledger }: DrawerParts): Promise<PrinterFault | null> => {
  const answer = await shell.call('devices.openDrawer', {});
  const told = answer.ok ? 'opened' : answer.problem.type;
  const hadDrawer = (await ledger.readLocal<boolean>(HAS_DRAWER)) ?? false;
  const isKnown = told === 'opened' || told === 'drawer_shut' || told === 'no_printer';
  if (!isKnown) return hadDrawer ? 'unreachable' : null;
  const hasDrawer = told !== 'no_printer';
  if (hasDrawer !== hadDrawer) await ledger.writeLocal(HAS_DRAWER, hasDrawer);
  return !answer.ok && answer.problem.type === 'drawer_shut' ? answer.problem.fault : null;
};
