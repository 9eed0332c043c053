import { useState } from 'react';

/** Presses of which one is at work at a time; each takes as long as it takes. */
export const useBusyPress = () => {
  const [isBusy, setBusy] = useState(false);
  const press = (act: () => Promise<void>) => (): void => {
    setBusy(true);
    void act().finally(() => setBusy(false));
  };
  return { isBusy, press };
};
