import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dueOf } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { extendedUntil } from '#shared/domain/pickup/keep.ts';
import { isPartlyCollected } from '#shared/domain/pickup/open-pickup.ts';
import { shopOf } from '#shared/receipt/shop.ts';
import { slipLines } from '#shared/receipt/slip-lines.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { usePrinter } from '#renderer/session/use-printer.ts';
import type { PickupActs } from '#renderer/session/use-pickup-acts.ts';
import { useProblemText } from '#renderer/session/use-problem-text.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { Paper } from '#renderer/ui/receipt/paper.tsx';
import { PaperLines } from '#renderer/ui/receipt/paper-lines.tsx';
import { PrintedCopy } from '#renderer/ui/receipt/printed-copy.tsx';
import { usePaperWords } from '#renderer/ui/receipt/use-paper-words.ts';
import { MoveOrder } from './move-order.tsx';
import { isOverdue } from './pickup-filter.ts';
import classes from './pickups.module.css';

type MoreDialogProps = {
  readonly order: Order;
  readonly acts: PickupActs;
  readonly now: string;
  readonly onPay: () => void;
  readonly onRelease: () => void;
  readonly onClose: () => void;
};

/** What is rarely done with an order: paying ahead, keeping it longer, giving it up, sending it elsewhere. */
export const MoreDialog = ({ order, acts, now, onPay, onRelease, onClose }: MoreDialogProps) => {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const problem = acts.problem && problemText(acts.problem);
  return (
    <Dialog title={`${order.number ?? ''} · ${t('pickupWork.more')}`} onClose={onClose} width={480}>
      <div className={classes['form']}>
        {dueOf(order) > 0 ? (
          <Button isWide onClick={onPay}>
            {t('pickupWork.payNow')}
          </Button>
        ) : null}
        <Slip order={order} />
        <Extension order={order} acts={acts} now={now} onDone={onClose} />
        {isOverdue(order, now) ? (
          <Button isWide tone="danger" onClick={onRelease}>
            {t('pickupWork.release')}
          </Button>
        ) : null}
        {isPartlyCollected(order) ? null : <MoveOrder order={order} acts={acts} onDone={onClose} />}
        {problem ? <Notice tone="danger">{problem}</Notice> : null}
      </div>
    </Dialog>
  );
};

/** Goes with the goods. */
const Slip = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const { settings } = useReferences();
  const { printOrBrowser } = usePrinter();
  const words = usePaperWords();
  const lines = slipLines(order, shopOf(settings), words);
  const title = order.number ?? order.id;
  return (
    <>
      <Button
        isWide
        icon={<IconPrinter size={20} />}
        onClick={() => void printOrBrowser({ title, lines })}
      >
        {t('pickupWork.printSlip')}
      </Button>
      <PrintedCopy>
        <Paper label={title}>
          <PaperLines lines={lines} />
        </Paper>
      </PrintedCopy>
    </>
  );
};

type ExtensionProps = Pick<MoreDialogProps, 'order' | 'acts' | 'now'> & {
  readonly onDone: () => void;
};

const Extension = ({ order, acts, now, onDone }: ExtensionProps) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { policy } = useReferences();
  const days = policy.extensionDays;
  const until = extendedUntil(order.pickup?.expiresAt ?? now, days, now);
  const extend = async (): Promise<void> => {
    if (await acts.extend(days)) onDone();
  };
  return (
    <Button isWide isBusy={acts.isBusy} onClick={() => void extend()}>
      {t('pickupWork.extendDays', { count: days })} ·{' '}
      {t('pickupWork.extendUntil', { time: date(until) })}
    </Button>
  );
};
