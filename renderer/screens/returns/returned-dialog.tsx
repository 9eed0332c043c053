import { useTranslation } from 'react-i18next';
import type { Return } from '#shared/domain/return/schema.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { useOrder } from '#renderer/queries/use-orders.ts';
import { useReceipt } from '#renderer/queries/use-receipt.ts';
import { useReceiptCode } from '#renderer/queries/use-receipt-code.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { ReceiptPaper } from '#renderer/ui/receipt/receipt-paper.tsx';
import { ReturnPaper } from '#renderer/ui/receipt/return-paper.tsx';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { MoneyMoves } from './money-moves.tsx';
import classes from './returns.module.css';

type ReturnedDialogProps = {
  readonly operation: Operation;
  readonly onNext: () => void;
  /** The next customer's receipt ends this one's dialog. */
  readonly onScan: (code: string) => Promise<boolean>;
};

type Documents = {
  readonly returned: Return;
  readonly soldId: string;
  readonly setOff: ReadonlySet<string>;
};

const documentsOf = (operation: Operation): Documents | null => {
  if (operation.type === 'return.completed')
    return { returned: operation.payload, soldId: '', setOff: new Set() };
  if (operation.type !== 'exchange.completed') return null;
  const { returned, sold, setOff } = operation.payload;
  const ids = setOff.flatMap(({ refundId, paymentId }) => [refundId, paymentId]);
  return { returned, soldId: sold.orderId, setOff: new Set(ids) };
};

/** What was done, on paper, and what to hand to the customer, until the next one comes. */
export const ReturnedDialog = ({ operation, onNext, onScan }: ReturnedDialogProps) => {
  const { t } = useTranslation();
  const documents = documentsOf(operation);
  if (!documents) return null;
  const { returned, soldId, setOff } = documents;
  const title = soldId === '' ? 'returns.done' : 'returns.exchanged';
  return (
    <Dialog title={t(title, { number: returned.number })} onClose={onNext} width={860}>
      <div className={classes['columns']}>
        <div className={classes['papers']}>
          <OwnReturnPaper operation={operation} returned={returned} />
          {soldId === '' ? null : <SoldPaper orderId={soldId} />}
        </div>
        <Ending
          returned={returned}
          soldId={soldId}
          setOff={setOff}
          onNext={onNext}
          onScan={onScan}
        />
      </div>
    </Dialog>
  );
};

const OwnReturnPaper = ({
  operation,
  returned,
}: {
  readonly operation: Operation;
  readonly returned: Return;
}) => {
  const { staff } = useReferences();
  const cashier = staff.find(({ id }) => id === operation.staffId)?.name ?? null;
  const { tillId } = operation;
  return (
    <ReturnPaper returned={returned} tillId={tillId} cashier={cashier} at={happenedAt(operation)} />
  );
};

const SoldPaper = ({ orderId }: { readonly orderId: string }) => {
  const order = useOrder(orderId);
  const receipt = useReceipt(order);
  const code = useReceiptCode(order);
  return receipt ? <ReceiptPaper receipt={receipt} code={code} /> : null;
};

type EndingProps = Documents & Pick<ReturnedDialogProps, 'onNext' | 'onScan'>;

const Ending = ({ returned, soldId, setOff, onNext, onScan }: EndingProps) => {
  const { t } = useTranslation();
  const order = useOrder(soldId);
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
      <MoneyMoves returned={returned} setOff={setOff} payments={payments} />
      <div className={classes['actions']}>
        <Button onClick={() => window.print()}>{t('common.print')}</Button>
        <Button tone="primary" keyName={t('keys.names.Enter')} onClick={onNext}>
          {t('returns.next')}
        </Button>
      </div>
    </div>
  );
};
