import { useEffect } from 'react';
import { create } from 'zustand';
import type { ScannerNews } from '#shared/devices/scanner.ts';
import { deliverScan } from '../ui/scanner/deliver-scan.ts';
import { useTill } from './till-context.ts';

/** Milliseconds until a shell that has no such scanner, or is gone, is asked again. */
const PAUSE = 3000;

const useLine = create<{ readonly state: ScannerNews['state'] }>(() => ({ state: 'none' }));

/** How the line to the scanner is that does not type. */
export const useScannerState = (): ScannerNews['state'] => useLine(({ state }) => state);

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, PAUSE);
  });

/** Codes of a scanner that does not type, for whatever is topmost on screen. Once in a till. */
export const useWiredScanner = (): void => {
  const { shell } = useTill();
  useEffect(() => {
    let isOver = false;
    const ask = (after: number | null) => shell.call('devices.nextScan', { after });
    const listen = async (): Promise<void> => {
      let after: number | null = null;
      while (!isOver) {
        const news = await ask(after);
        if (isOver) return;
        useLine.setState({ state: news.ok ? news.value.state : 'none' });
        if (!news.ok || news.value.state === 'none') {
          // Codes from before a scanner was taken away are nobody's.
          after = null;
          await pause();
          continue;
        }
        const { read, number } = news.value;
        after = read?.number ?? number;
        // A page in the background is another till's, or nobody looks at it.
        if (read !== null && document.visibilityState === 'visible') void deliverScan(read.code);
      }
    };
    listen().catch(reportError);
    return () => {
      isOver = true;
    };
  }, [shell]);
};
