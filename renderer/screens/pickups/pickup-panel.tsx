import { isAskedByPiece } from '#shared/domain/pickup/told.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { quantity, UNIT } from '#shared/kernel/quantity.ts';
import type { QueuedPickup } from '#renderer/queries/use-pickup-queue.ts';
import type { PickupDesk } from '#renderer/session/use-pickup-desk.ts';
import type { Leaving } from '#renderer/session/use-pickup-asking.ts';
import { useProblemText } from '#renderer/session/use-problem-text.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { AskDialog } from '#renderer/ui/sell/ask-dialog.tsx';
import type { Given } from './given-notice.tsx';
import { PanelDialogs } from './panel-dialogs.tsx';
import { PanelFoot } from './panel-foot.tsx';
import { PanelNotices } from './panel-notices.tsx';
import { PickupHead } from './pickup-head.tsx';
import { CollectedLines, PickupLines } from './pickup-lines.tsx';
import type { PickupStep } from './pickup-step.ts';
import { usePanelSteps } from './use-panel-steps.ts';
import type { Ticks } from './use-ticks.ts';
import classes from './pickups.module.css';

type PickupPanelProps = {
  readonly entry: QueuedPickup;
  readonly lines: readonly PricedLine[];
  readonly ticks: Ticks;
  readonly desk: PickupDesk;
  readonly now: string;
  readonly onGiven: (given: Given) => void;
  readonly onDone: () => void;
};

/** Where pieces are counted, and as what. */
const COUNTED: Partial<Record<PickupStep, 'found' | 'handOver'>> = {
  prepare: 'found',
  prove: 'handOver',
  handOver: 'handOver',
};

/** Pieces that are not in the hand are those that something is the matter with. */
const missingOf = (line: PricedLine, { heldOf, isTicked }: Ticks) => {
  const held = heldOf(line.id);
  const isPart = held > 0 && !isTicked(line.id);
  return { line, count: isPart ? quantity(line.quantity - held) : line.quantity };
};

/** One order: its goods to tick, whose they are, and F8 for what comes next. */
export const PickupPanel = (props: PickupPanelProps) => {
  const { entry, lines, ticks, desk, now, onGiven, onDone } = props;
  const problemText = useProblemText();
  const { order } = entry;
  const steps = usePanelSteps(entry, ticks, desk, onGiven);
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
          counted={COUNTED[step]}
          onChange={
            isChangeable
              ? (line) => setDialog({ type: 'line', ...missingOf(line, ticks) })
              : undefined
          }
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
      <Asked asking={ticks.asking} />
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

/** What goods on their way out of the store ask for. */
const Asked = ({ asking }: Pick<Ticks, 'asking'>) => {
  const { text, quantity: written } = useFormat();
  const nameOf = ({ product, held, pieces }: Leaving): string => {
    const place = quantity(held - (pieces - 1) * UNIT);
    return isAskedByPiece(product) && held > UNIT
      ? `${text(product.name)} · ${written(place)} / ${written(held)}`
      : text(product.name);
  };
  const { asked, answer, answerCode, giveUp } = asking;
  // How much was ordered is known: nothing is weighed here.
  if (!asked || asked.ask.type === 'weight') return null;
  return (
    <AskDialog
      name={nameOf(asked.coming)}
      ask={asked.ask}
      onChecked={(ageChecked) => answer({ particulars: { ageChecked } })}
      onCode={answerCode}
      onGiveUp={giveUp}
    />
  );
};
