import { useEffect, useState } from 'react';
import type { Shell } from '../host/shell.ts';

export type KioskProblem =
  | { readonly type: 'pin_wrong'; readonly triesLeft: number }
  | { readonly type: 'pin_locked'; readonly seconds: number };

export type Kiosk = {
  /** Null until the shell has said it, and where there is no kiosk: in a browser. */
  readonly isOn: boolean | null;
  readonly enter: (pin: string) => Promise<void>;
  /** Null = left. */
  readonly leave: (pin: string) => Promise<KioskProblem | null>;
};

/** The till as the only thing on the machine: the desktop app's full screen with a lock. */
export const useKiosk = (shell: Shell): Kiosk => {
  const [isOn, setOn] = useState<boolean | null>(null);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const described = await shell.call('kiosk.describe', {});
      setOn(described.ok ? described.value.isOn : null);
    };
    ask().catch(reportError);
  }, [shell]);
  return {
    isOn,
    enter: async (pin) => {
      const entered = await shell.call('kiosk.enter', { pin });
      if (entered.ok) setOn(true);
    },
    leave: async (pin) => {
      const left = await shell.call('kiosk.leave', { pin });
      if (left.ok) setOn(false);
      const problem = left.ok ? null : left.problem;
      return problem?.type === 'pin_wrong' || problem?.type === 'pin_locked' ? problem : null;
    },
  };
};
