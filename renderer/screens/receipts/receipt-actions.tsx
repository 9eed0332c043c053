import type { ReactNode } from 'react';
import { useExceptionsOf } from '#renderer/queries/use-exceptions.ts';
import { type ShownProblem, useProblemText } from '#renderer/session/use-problem-text.ts';
import { useReceiptWays } from '#renderer/session/use-receipt-ways.ts';
import { ExceptionNotice } from '#renderer/ui/feedback/exception-notice.tsx';
import { MailReceipt } from '#renderer/ui/receipt/mail-receipt.tsx';
import { PhoneReceipt } from '#renderer/ui/receipt/phone-receipt.tsx';
import { PrintTools } from '#renderer/ui/receipt/print-tools.tsx';
import type { Locale } from '#shared/kernel/text.ts';
import classes from './receipt-actions.module.css';

/** How a paper is printed once more. */
type PaperDesk = {
  readonly locale: Locale;
  /** Of its customer; '' = none is known. */
  readonly email: string;
  readonly chooseLocale: (locale: Locale) => void;
  readonly print: () => Promise<void>;
  /** null = there is no such thing of this paper. */
  readonly printGift: (() => Promise<void>) | null;
  readonly problem: ShownProblem | null;
};

type ReceiptActionsProps = {
  /** Whose receipt it is; null = of nothing that is known here. */
  readonly orderId: string | null;
  /** Text of the paper's code; null where it goes without. */
  readonly code: string | null;
  readonly desk: PaperDesk;
  readonly children: ReactNode;
};

/** A receipt, what contradicts about it, and what can be done with it. */
export const ReceiptActions = ({ orderId, code, desk, children }: ReceiptActionsProps) => {
  const { printGift } = desk;
  const ways = useReceiptWays(code, desk.locale);
  const problemText = useProblemText();
  const exceptions = useExceptionsOf(orderId);
  return (
    <div className={classes['frame']}>
      <div className={classes['notices']}>
        {exceptions.map(({ exception, isDecided }) => (
          <ExceptionNotice key={exception.id} kind={exception.kind} isDecided={isDecided} />
        ))}
      </div>
      <div className={classes['paper']}>{children}</div>
      <PrintTools
        isCopy
        locale={desk.locale}
        onLocale={desk.chooseLocale}
        onPrint={() => void desk.print()}
        onGift={printGift && (() => void printGift())}
        problem={desk.problem && problemText(desk.problem)}
        ways={
          <>
            <PhoneReceipt {...ways} />
            <MailReceipt onMail={ways.onMail} known={desk.email} />
          </>
        }
      />
    </div>
  );
};
