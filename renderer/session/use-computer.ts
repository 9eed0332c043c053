import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { FreeDisk } from '#shared/mirror/journal-mirror.ts';
import type { MirrorStatus } from '../store/mirror/follow-journal.ts';
import { useTill } from './till-context.ts';

/** How this computer keeps the till's data; null = unknown, or it keeps none. */
export type Computer = { readonly mirror: MirrorStatus | null; readonly disk: FreeDisk | null };

const MINUTE = 60_000;

export const useComputer = (): Computer => {
  const { shell, mirror } = useTill();
  const subscribe = useCallback(
    (listener: () => void) => mirror?.onStatus(listener) ?? (() => undefined),
    [mirror],
  );
  const status = useSyncExternalStore(subscribe, () => mirror?.status() ?? null);
  const [disk, setDisk] = useState<FreeDisk | null>(null);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const answer = await shell.call('mirror.freeDisk', {});
      setDisk(answer.ok ? answer.value : null);
    };
    void look();
    const timer = setInterval(() => void look(), MINUTE);
    return () => clearInterval(timer);
  }, [shell]);
  return { mirror: status, disk };
};
