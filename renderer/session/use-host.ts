import { useEffect, useState } from 'react';
import type { Host } from '../host/shell.ts';
import { useTill } from './till-context.ts';

/** What the till runs in; null until the shell has said it. */
export const useHost = (): Host | null => {
  const { shell } = useTill();
  const [host, setHost] = useState<Host | null>(null);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const described = await shell.call('host.describe', {});
      setHost(described.ok ? described.value : null);
    };
    ask().catch(reportError);
  }, [shell]);
  return host;
};
