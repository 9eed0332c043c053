import { useEffect, useState } from 'react';
import type { ScaleReading } from '#shared/devices/scale.ts';
import { useTill } from './till-context.ts';

/** Milliseconds between two looks at what lies on it; a scale that is not there is looked for less. */
const LOOK = 300;
const MISSING = 2000;

/** What the scale says while it is wanted; null = this computer has none, or has not said yet. */
export const useScale = (isWanted: boolean): ScaleReading | null => {
  const { shell } = useTill();
  const [reading, setReading] = useState<ScaleReading | null>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    let timer: number | undefined;
    let isOver = false;
    const look = async (): Promise<void> => {
      const answer = await shell.call('devices.weigh', {});
      if (isOver) return;
      const now = answer.ok ? answer.value : null;
      setReading(now);
      if (now === null) return;
      const isMissing = now.state === 'unreachable' || now.state === 'no_answer';
      timer = window.setTimeout(() => void look().catch(reportError), isMissing ? MISSING : LOOK);
    };
    look().catch(reportError);
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [isWanted, shell]);
  return reading;
};
