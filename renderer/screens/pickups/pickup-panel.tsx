import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import type { QueuedPickup } from '#renderer/queries/use-pickup-queue.ts';
import type { PickupDesk } from '#renderer/session/use-pickup-desk.ts';
import { useProblemText } from '#renderer/session/use-problem-text.ts';
import { PanelDialogs } from './panel-dialogs.tsx';
import { PanelFoot } from './panel-foot.tsx';
import { PanelNotices } from './panel-notices.tsx';
import { PickupHead } from './pickup-head.tsx';
import { CollectedLines, PickupLines } from './pickup-lines.tsx';
import { usePanelSteps } from './use-panel-steps.ts';
import type { Ticks } from './use-ticks.ts';
import classes from './pickups.module.css';

type PickupPanelProps = {
  readonly entry: QueuedPickup;
  readonly lines: readonly PricedLine[];
  readonly ticks: Ticks;
  readonly desk: PickupDesk;
  readonly now: string;
  readonly onDone: () => void;
};

/** One order: its goods to tick, whose they are, and F8 for what comes next. */
export const PickupPanel = ({ entry, lines, ticks, desk, now, onDone }: PickupPanelProps) => {
  const problemText = useProblemText();
  const { order } = entry;
  const steps = usePanelSteps(entry, ticks, desk, onDone);
  const { acts, step, dialog, setDialog } = steps;
  const problem = acts.problem && problemText(acts.problem);
  const isChangeable = entry.isOpen && step !== 'receive';
  return (
    <div className={classes['panel']}>
      <PickupHead order={order} />
      <div className={classes['goods']}>
        <PanelNotices entry={entry} isByCode={desk.byCode?.order.id === order.id} acts={acts} />
        <CollectedLines order={order} />
        <PickupLines
          lines={lines}
          ticks={ticks}
          isCounted={step === 'handOver' || step === 'prove'}
          onChange={isChangeable ? (line) => setDialog({ type: 'line', line }) : undefined}
        />
      </div>
      {step === 'none' ? null : (
        <PanelFoot
          order={order}
          steps={steps}
          step={step}
          ticks={ticks}
          desk={desk}
          problem={problem}
        />
      )}
      {dialog ? (
        <PanelDialogs
          dialog={dialog}
          order={order}
          steps={steps}
          desk={desk}
          now={now}
          problem={problem}
          onEnded={() => {
            setDialog(null);
            onDone();
          }}
        />
      ) : null}
    </div>
  );
};
