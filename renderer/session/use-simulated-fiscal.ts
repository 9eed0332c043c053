import { useEffect, useState } from 'react';
import { FISCAL_BEHAVIOURS, type FiscalBehaviour } from '../host/simulated-fiscal.ts';
import { useTill } from './till-context.ts';

/** What the simulated device does, and how it is told otherwise. */
export const useSimulatedFiscal = () => {
  const { simulated, wake } = useTill().fiscalDesk;
  const [behaviour, setBehaviour] = useState<FiscalBehaviour | null>(null);
  useEffect(() => {
    simulated.behaviour().then(setBehaviour, reportError);
  }, [simulated]);
  const behave = async (next: FiscalBehaviour): Promise<void> => {
    setBehaviour(next);
    await simulated.behave(next);
    wake();
  };
  return { behaviour, behaviours: FISCAL_BEHAVIOURS, behave };
};
