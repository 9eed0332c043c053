import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { judgeScan, type ScanVerdict } from '#renderer/ui/scanner/judge-scan.ts';
import { scannerPace } from '#renderer/ui/scanner/scanner-pace.ts';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';

export type ScanTrial = {
  /** What was read last; '' while nothing was. */
  readonly code: string;
  readonly verdict: ScanVerdict | null;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
};

/** Milliseconds without a key after which nothing more comes. */
const SILENCE = 500;

/** Listens to a field that a scanner types into, and judges what comes. `onEnd` empties the field. */
export const useScanTrial = (onEnd: () => void): ScanTrial => {
  const times = useRef<number[]>([]);
  const typed = useRef('');
  const silence = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [heard, setHeard] = useState<Pick<ScanTrial, 'code' | 'verdict'>>({
    code: '',
    verdict: null,
  });
  useEffect(() => () => clearTimeout(silence.current), []);
  const end = (code: string, verdict: ScanVerdict): void => {
    clearTimeout(silence.current);
    [times.current, typed.current] = [[], ''];
    setHeard({ code, verdict });
    onEnd();
  };
  const judge = (isEnded: boolean): void =>
    end(typed.current, judgeScan(times.current, isEnded, scannerPace()));
  // What comes here was told from typing already.
  useScanner({
    onScan: async (code) => {
      end(code, { type: 'good' });
      return true;
    },
  });
  return {
    ...heard,
    onKeyDown: (event) => {
      const { key, timeStamp } = event;
      const isEnd = key === 'Enter' || key === 'Tab';
      if ((isEnd && times.current.length === 0) || (!isEnd && key.length !== 1)) return;
      times.current.push(timeStamp);
      if (isEnd) {
        event.preventDefault();
        judge(true);
        return;
      }
      typed.current += key;
      clearTimeout(silence.current);
      silence.current = setTimeout(() => judge(false), SILENCE);
    },
  };
};
