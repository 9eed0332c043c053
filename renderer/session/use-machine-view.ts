import { useSyncExternalStore } from 'react';
import type { MachineView } from '../host/machine-desk.ts';
import { useTill } from './till-context.ts';

/** What a machine does now, or is asked about; null = nothing. */
export const useMachineView = (): MachineView | null => {
  const { machineDesk } = useTill();
  return useSyncExternalStore(machineDesk.onChange, machineDesk.view);
};
