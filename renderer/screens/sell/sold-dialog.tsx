import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { add, ZERO } from '#shared/kernel/money.ts';
import { useOrder } from '#renderer/queries/use-orders.ts';
import { useReceipt } from '#renderer/queries/use-receipt.ts';
import { useReceiptCode } from '#renderer/queries/use-receipt-code.ts';
import type { PrintOutcome } from '#renderer/session/print-paper.ts';
import { useIsOut } from '#renderer/session/use-is-out.ts';
import { useProblemText } from '#renderer/session/use-problem-text.ts';
import { useReceiptDesk } from '#renderer/session/use-receipt-desk.ts';
import { firstReceiptId, useReceiptPrinting } from '#renderer/session/use-receipt-printing.ts';
import { useReceiptWays } from '#renderer/session/use-receipt-ways.ts';
import { CashLeft } from '#renderer/ui/entry/cash-left.tsx';
import { ChangeDialog } from '#renderer/ui/entry/change-dialog.tsx';
import { MailReceipt } from '#renderer/ui/receipt/mail-receipt.tsx';
import { PhoneReceipt } from '#renderer/ui/receipt/phone-receipt.tsx';
import { PrintTools } from '#renderer/ui/receipt/print-tools.tsx';
import { ReceiptPaper } from '#renderer/ui/receipt/receipt-paper.tsx';

type SoldDialogProps = {
  readonly orderId: string;
  /** The customer is to have the cash back that they gave. Left out = they gave none. */
  readonly isCashLeft?: boolean | undefined;
  readonly onNext: () => void;
  readonly onScan: (code: string) => Promise<boolean>;
};

/** The change and the receipt, until the next item is scanned. */
export const SoldDialog = ({ orderId, isCashLeft = false, onNext, onScan }: SoldDialogProps) => {
  const { t } = useTranslation();
  const order = useOrder(orderId);
  const receipt = useReceipt(order);
  const code = useReceiptCode(order);
  const { printFirst } = useReceiptPrinting();
  // Until the printer's queue has answered, and while nobody knows, what else is printed counts as a copy.
  const [outcome, setOutcome] = useState<PrintOutcome>('taken');
  const isOut = useIsOut(firstReceiptId(orderId), outcome);
  const desk = useReceiptDesk(order, isOut);
  const isUntaken = outcome === 'unknown' || (outcome === 'failed' && !isOut);
  const ways = useReceiptWays(code, desk.locale);
  const hasWays = ways.link !== null || ways.onMail !== null;
  const problemText = useProblemText();
  const isKnown = receipt !== null;
  const printed = useRef<string | null>(null);
  // Once the sale is on the disk, beside everything else: nobody waits for paper.
  useEffect(() => {
    if (!order || !isKnown || printed.current === order.id) return;
    printed.current = order.id;
    void printFirst(order).then(setOutcome);
  }, [order, isKnown, printFirst]);
  if (!receipt || !order) return null;
  const received = receipt.payments.reduce((sum, { tendered }) => add(sum, tendered), ZERO);
  return (
    <ChangeDialog
      number={receipt.number}
      received={received}
      change={receipt.change}
      onNext={onNext}
      onScan={onScan}
      tools={
        <PrintTools
          isCopy={desk.next.type === 'copy'}
          locale={desk.locale}
          onLocale={desk.chooseLocale}
          onPrint={() => void desk.print()}
          onGift={() => void desk.printGift()}
          problem={desk.problem && problemText(desk.problem)}
          hint={isUntaken && hasWays ? t('receipt.otherWays') : null}
          ways={
            <>
              <PhoneReceipt {...ways} />
              <MailReceipt onMail={ways.onMail} known={desk.email} />
            </>
          }
        />
      }
    >
      {isCashLeft ? <CashLeft /> : null}
      <ReceiptPaper receipt={receipt} code={code} locale={desk.locale} />
    </ChangeDialog>
  );
};
