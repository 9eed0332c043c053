import { useWaitingPapers } from '../session/use-devices.ts';

/** How much of this computer's devices wants a person: receipts that are not printed. */
export const useDevicesToSeeTo = (): number => useWaitingPapers().papers.length;
