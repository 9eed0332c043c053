import { useEffect, useState } from 'react';
import type { StockElsewhereReply } from '#shared/protocol/stock-elsewhere.ts';
import { useTillData } from './till-data.ts';

type Answer = { readonly sku: string; readonly reply: StockElsewhereReply | null };

/**
 * What other stores have of a product, asked again when the connection comes or goes: undefined while it is asked,
 * null when nobody could be asked.
 */
export const useElsewhere = (sku: string): StockElsewhereReply | null | undefined => {
  const { findStock, sync } = useTillData();
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    let isGone = false;
    const ask = async (): Promise<void> => {
      const reply = await findStock(sku);
      if (!isGone) setAnswer({ sku, reply });
    };
    let wasOffline = sync.status().phase === 'offline';
    const stop = sync.onStatus(({ phase }) => {
      const isOffline = phase === 'offline';
      if (isOffline === wasOffline) return;
      wasOffline = isOffline;
      ask().catch(reportError);
    });
    ask().catch(reportError);
    return () => {
      isGone = true;
      stop();
    };
  }, [findStock, sync, sku]);
  return answer?.sku === sku ? answer.reply : undefined;
};
