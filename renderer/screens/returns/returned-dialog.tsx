import { useTranslation } from 'react-i18next';
import { useOrder } from '#renderer/queries/use-orders.ts';
import { useReceipt } from '#renderer/queries/use-receipt.ts';
import { useReceiptCode } from '#renderer/queries/use-receipt-code.ts';
import { useFiscalProof } from '#renderer/queries/use-fiscal-proof.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import type { ReturnOnPaper } from '#shared/receipt/return-lines.ts';
import { shopOf } from '#shared/receipt/shop.ts';
import { useProblemText } from '#renderer/session/use-problem-text.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { CashLeft } from '#renderer/ui/entry/cash-left.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { ReceiptPaper } from '#renderer/ui/receipt/receipt-paper.tsx';
import { ReturnPaper } from '#renderer/ui/receipt/return-paper.tsx';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { useReturnPrinting } from './use-return-printing.ts';
import type { ReturnedNow } from './use-return-act.ts';
import { MoneyMoves } from './money-moves.tsx';
import classes from './returns.module.css';

type ReturnedDialogProps = {
  readonly returned: ReturnedNow;
  readonly onNext: () => void;
  /** The next customer's receipt ends this one's dialog. */
  readonly onScan: (code: string) => Promise<boolean>;
};

/** What was done, on paper, and what to hand to the customer, until the next one comes. */
export const ReturnedDialog = (props: ReturnedDialogProps) => {
  const { returned, onNext } = props;
  const { t } = useTranslation();
  const { operationId, document, soldId, tillId, staffId, at } = returned;
  const { settings, staff } = useReferences();
  const cashier = staff.find(({ id }) => id === staffId)?.name ?? null;
  const fiscal = useFiscalProof(operationId, 'refund');
  const shop = shopOf(settings);
  const paper = { shop, returned: document, tillId, cashier, at, fiscal, isCopy: false };
  const title = soldId === null ? 'returns.done' : 'returns.exchanged';
  return (
    <Dialog title={t(title, { number: document.number })} onClose={onNext} width={860}>
      <div className={classes['columns']}>
        <div className={classes['papers']}>
          <ReturnPaper {...paper} />
          {soldId === null ? null : <SoldPaper orderId={soldId} />}
        </div>
        <Ending {...props} paper={paper} />
      </div>
    </Dialog>
  );
};

const SoldPaper = ({ orderId }: { readonly orderId: string }) => {
  const order = useOrder(orderId);
  const receipt = useReceipt(order);
  const code = useReceiptCode(order);
  return receipt ? <ReceiptPaper receipt={receipt} code={code} /> : null;
};

type EndingProps = ReturnedDialogProps & { readonly paper: ReturnOnPaper };

const Ending = ({ returned, paper, onNext, onScan }: EndingProps) => {
  const { t } = useTranslation();
  const { document, soldId, setOff } = returned;
  const order = useOrder(soldId ?? '');
  const { print, problem } = useReturnPrinting(
    returned.operationId,
    paper,
    soldId === null ? null : order,
  );
  const problemText = useProblemText();
  const words = problem && problemText(problem);
  useKeys([
    { key: 'Enter', label: t('returns.next'), run: onNext },
    { key: 'F8', label: t('returns.next'), run: onNext },
  ]);
  useScanner({
    onScan: (code) => {
      onNext();
      return onScan(code);
    },
  });
  const payments = order?.payments.filter(({ id }) => !setOff.has(id)) ?? [];
  return (
    <div>
      <MoneyMoves returned={document} setOff={setOff} payments={payments} />
      {returned.isCashLeft ? <CashLeft /> : null}
      <div role="alert">{words ? <Notice tone="danger">{words}</Notice> : null}</div>
      <div className={classes['actions']}>
        <Button onClick={() => void print()}>{t('common.print')}</Button>
        <Button tone="primary" keyName={t('keys.names.Enter')} onClick={onNext}>
          {t('returns.next')}
        </Button>
      </div>
    </div>
  );
};
