import { dueOf } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { accountOf } from '#shared/domain/points/of-order.ts';
import { coinsOf } from '#shared/domain/settings/coins-of.ts';
import { usePayingPoints } from '#renderer/session/use-points.ts';
import { useStoredValue } from '#renderer/session/use-stored-value.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { PaymentDialog } from '#renderer/ui/entry/payment-dialog.tsx';
import type { PickupDesk } from '#renderer/session/use-pickup-desk.ts';
import { LineDialog } from './line-dialog.tsx';
import { MoreDialog } from './more-dialog.tsx';
import type { PanelDialog } from './panel-dialog.ts';
import { ProofDialog } from './proof-dialog.tsx';
import { RejectDialog } from './reject-dialog.tsx';
import type { PanelSteps } from './use-panel-steps.ts';

type PanelDialogsProps = {
  readonly dialog: PanelDialog;
  readonly order: Order;
  readonly steps: PanelSteps;
  readonly desk: PickupDesk;
  readonly now: string;
  readonly problem: string | null;
  /** The order is not in the hands of this panel any more. */
  readonly onEnded: () => void;
};

export const PanelDialogs = (props: PanelDialogsProps) => {
  const { dialog, order, steps, desk, now, problem, onEnded } = props;
  const { acts, due, give, payNow, payPart, setDialog } = steps;
  const { settings } = useReferences();
  const askStoredValue = useStoredValue();
  const accountId = accountOf(order);
  const askPoints = usePayingPoints(accountId);
  const close = (): void => setDialog(null);
  switch (dialog.type) {
    case 'pay':
    case 'payNow':
      return (
        <PaymentDialog
          first="choice"
          due={dialog.type === 'pay' ? due : dueOf(order)}
          coins={coinsOf(settings, now)}
          askStoredValue={askStoredValue}
          askPoints={accountId === null ? undefined : askPoints}
          onPart={payPart}
          isBusy={acts.isBusy}
          problem={problem}
          onPay={dialog.type === 'pay' ? give : payNow}
          onClose={close}
        />
      );
    case 'line':
      return <LineDialog order={order} line={dialog.line} count={dialog.count} onClose={close} />;
    case 'proof':
      return (
        <ProofDialog
          shown={desk.shownOf(order.id)}
          onShow={(shown) => desk.show(order.id, shown)}
          onClose={close}
        />
      );
    case 'more':
      return (
        <MoreDialog
          order={order}
          acts={acts}
          now={now}
          onPay={() => setDialog({ type: 'payNow' })}
          onRelease={() => setDialog({ type: 'release' })}
          onClose={close}
        />
      );
    case 'decline':
    case 'release':
      return (
        <RejectDialog
          order={order}
          reason={dialog.type === 'decline' ? 'refused' : 'no_show'}
          onDone={onEnded}
          onClose={close}
        />
      );
  }
};
