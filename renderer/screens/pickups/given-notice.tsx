import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '#renderer/queries/use-orders.ts';
import { useReceipt } from '#renderer/queries/use-receipt.ts';
import { useReceiptCode } from '#renderer/queries/use-receipt-code.ts';
import type { CashBack } from '#renderer/session/use-pickup-acts.ts';
import { useProblemText } from '#renderer/session/use-problem-text.ts';
import { useReceiptDesk } from '#renderer/session/use-receipt-desk.ts';
import { useReceiptWays } from '#renderer/session/use-receipt-ways.ts';
import { CashLeft } from '#renderer/ui/entry/cash-left.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { MailReceipt } from '#renderer/ui/receipt/mail-receipt.tsx';
import { PhoneReceipt } from '#renderer/ui/receipt/phone-receipt.tsx';
import { PrintTools } from '#renderer/ui/receipt/print-tools.tsx';
import classes from './pickups.module.css';

/** What was done at the counter last. */
export type Given = CashBack & {
  readonly orderId: string;
  readonly act: 'handedOver' | 'handedOverPartly' | 'paid';
};

/** That the order is done, the change and the receipt, until the next one is chosen or scanned. */
export const GivenNotice = ({ orderId, act, change, isCashLeft }: Given) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const order = useOrder(orderId);
  const receipt = useReceipt(order);
  const code = useReceiptCode(order);
  const desk = useReceiptDesk(order, false);
  const ways = useReceiptWays(code, desk.locale);
  const problemText = useProblemText();
  if (!order || !receipt) return null;
  return (
    <output className={classes['given']} aria-live="polite">
      <Notice
        tone="ok"
        icon={<IconCircleCheck size={22} />}
        title={t(`pickupWork.given.${act}`, { number: receipt.number })}
      >
        {change > 0 ? `${t('cash.giveChange')}: ${money(change, order.currency)}` : null}
      </Notice>
      {isCashLeft ? <CashLeft /> : null}
      <PrintTools
        isCopy={desk.next.type === 'copy'}
        locale={desk.locale}
        onLocale={desk.chooseLocale}
        onPrint={() => void desk.print()}
        onGift={() => void desk.printGift()}
        problem={desk.problem && problemText(desk.problem)}
        ways={
          <>
            <PhoneReceipt {...ways} />
            <MailReceipt onMail={ways.onMail} known={desk.email} />
          </>
        }
      />
    </output>
  );
};
