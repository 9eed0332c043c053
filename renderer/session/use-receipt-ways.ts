import { useEffect, useState } from 'react';
import type { EmailOutcome } from '#shared/protocol/email-receipt.ts';
import type { Locale } from '#shared/kernel/text.ts';
import { isReceiptLink } from '#shared/tokens/receipt-link.ts';
import { useSyncStatus } from '../queries/use-sync.ts';
import { useTill } from './till-context.ts';

/** In what other ways than on paper a customer can have a receipt. */
export type ReceiptWays = {
  /** The address of its page; null = it has none. */
  readonly link: string | null;
  /** Sends it to an address by e-mail; null = it cannot be sent: there is no network, no code, or the server sends no letters. */
  readonly onMail: ((address: string) => Promise<EmailOutcome | null>) | null;
  readonly isOffline: boolean;
};

/** `code`: of the receipt; null where it goes without. */
export const useReceiptWays = (code: string | null, locale: Locale): ReceiptWays => {
  const { receiptMail } = useTill();
  const isOffline = useSyncStatus().phase === 'offline';
  const [canEmail, setCanEmail] = useState(false);
  const mayAsk = code !== null && !isOffline;
  useEffect(() => {
    if (!mayAsk) return undefined;
    let isGone = false;
    void receiptMail.canEmail().then((can) => {
      if (!isGone) setCanEmail(can);
    });
    return () => {
      isGone = true;
    };
  }, [receiptMail, mayAsk]);
  return {
    link: code !== null && isReceiptLink(code) ? code : null,
    onMail:
      code !== null && mayAsk && canEmail
        ? (address) => receiptMail.send({ code, address, locale })
        : null,
    isOffline,
  };
};
