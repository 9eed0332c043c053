import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '#shared/domain/order/schema.ts';
import { isPartlyCollected, linesToHandOver } from '#shared/domain/pickup/open-pickup.ts';
import type { Lessening } from '#renderer/commands/lessen-input.ts';
import { useLessening } from '#renderer/session/use-lessening.ts';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { LesseningFoot } from './lessening-foot.tsx';
import { newSuffix } from './new-suffix.ts';
import classes from './pickups.module.css';

type RejectDialogProps = {
  readonly order: Order;
  readonly reason: 'no_show' | 'refused';
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Of an order that was collected in part the rest is refused, line by line. */
const lesseningOf = (order: Order, reason: 'no_show' | 'refused', suffix: string): Lessening =>
  isPartlyCollected(order)
    ? {
        type: 'amend',
        amend: {
          reason: 'refused',
          parts: linesToHandOver(order),
          substitutes: [],
          consent: null,
          suffix,
        },
      }
    : { type: 'reject', reason };

/** Nobody came, or the customer does not want the goods: the order ends, and its money goes back. */
export const RejectDialog = ({ order, reason, onDone, onClose }: RejectDialogProps) => {
  const { t } = useTranslation();
  const [suffix] = useState(newSuffix);
  const plan = useLessening(order, lesseningOf(order, reason, suffix));
  const isRelease = reason === 'no_show';
  const title = t(isRelease ? 'pickupWork.release' : 'pickups.reject');
  return (
    <Dialog title={`${order.number ?? ''} · ${title}`} onClose={onClose} width={480}>
      <div className={classes['form']}>
        <p className={classes['quiet']}>
          {t(isRelease ? 'pickupWork.releaseHint' : 'pickupWork.declineHint')}
        </p>
        <LesseningFoot plan={plan} label={title} onDone={onDone} />
      </div>
    </Dialog>
  );
};
