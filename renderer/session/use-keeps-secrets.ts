import { useEffect, useState } from 'react';
import { useTill } from './till-context.ts';

/** Whether this computer keeps the till's key from whoever reads its disk; null = it does not say, as in a browser. */
export const useKeepsSecrets = (): boolean | null => {
  const { shell } = useTill();
  const [keepsSecrets, setKeepsSecrets] = useState<boolean | null>(null);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const answer = await shell.call('host.keepsSecrets', {});
      setKeepsSecrets(answer.ok ? answer.value : null);
    };
    void ask();
  }, [shell]);
  return keepsSecrets;
};
