import { useEffect, useRef } from 'react';
import { useUpdate } from '../session/use-update.ts';

/** A minute without a hand at the till, in milliseconds. */
const QUIET = 60_000;

/** Installs what is ready by itself. Stands where nobody is signed in; a touch or a key is somebody who comes. */
export const UpdateAtRest = () => {
  const update = useUpdate();
  const isDue = update?.stage === 'ready' && update.isUnattended && update.waitsAlone === null;
  const install = useRef<(() => Promise<boolean>) | null>(null);
  useEffect(() => {
    install.current = update ? () => update.install(false) : null;
  }, [update]);
  useEffect(() => {
    if (!isDue) return undefined;
    let timer: number;
    const wait = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void install.current?.().catch(reportError), QUIET);
    };
    wait();
    const hands = ['pointerdown', 'keydown'] as const;
    for (const hand of hands) window.addEventListener(hand, wait);
    return () => {
      window.clearTimeout(timer);
      for (const hand of hands) window.removeEventListener(hand, wait);
    };
  }, [isDue]);
  return null;
};
