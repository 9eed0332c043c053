import { IconListCheck, IconPackage } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScannedCode } from '#renderer/session/scanned-code.ts';
import { useTrustedNow } from '#renderer/session/use-trusted-now.ts';
import { type PickupDesk, usePickupDesk } from '#renderer/session/use-pickup-desk.ts';
import { useProblemText } from '#renderer/session/use-problem-text.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useLatest } from '#renderer/ui/input/use-latest.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { Screen } from '#renderer/ui/shell/screen.tsx';
import { SearchField } from '#renderer/ui/shell/search-field.tsx';
import { FilterChips } from './filter-chips.tsx';
import { type Given, GivenNotice } from './given-notice.tsx';
import { PickList } from './pick-list.tsx';
import { inFilter } from './pickup-filter.ts';
import { PickupPanel } from './pickup-panel.tsx';
import { nextStep } from './pickup-step.ts';
import { QueueList } from './queue-list.tsx';
import { type PickupChoice, usePickupChoice } from './use-pickup-choice.ts';
import classes from './pickups.module.css';

const TICK = 30_000;

/** Scans tell orders and goods; digits that are typed into nothing are the customer's where they are waited for. */
const useCounterInput = (choice: PickupChoice, desk: PickupDesk, onOpened: () => void): void => {
  const { selected, ticks, queue, choose, setQuery } = choice;
  const scan = async (code: string): Promise<boolean> => {
    if (desk.isCode(code)) {
      const opened = await desk.scan(code);
      if (!opened) return false;
      choose(opened.order.id);
      onOpened();
      return true;
    }
    if (selected && (await ticks.tickCode(code))) return true;
    const found = queue.find(({ order }) => order.number === code);
    if (found) choose(found.order.id);
    return found !== undefined;
  };
  const { code: sent, taken } = useScannedCode();
  const latest = useLatest(scan);
  useEffect(() => {
    if (sent === null) return;
    taken();
    latest.current(sent).catch(reportError);
  }, [sent, taken, latest]);
  useScanner({
    onScan: scan,
    onTyped: ({ text, decoded }) => {
      const isAsked =
        selected && nextStep(selected, desk.shownOf(selected.order.id).proof) === 'prove';
      if (isAsked && /^\d+$/.test(decoded))
        desk.enterDigits(selected.order.id, desk.digitsOf(selected.order.id) + decoded);
      else setQuery((before) => before + text);
    },
  });
};

/** Web orders of this store: find one, hold its goods, see whose they are, hand them over. */
export const PickupsScreen = () => {
  const { t } = useTranslation();
  const now = useTrustedNow(TICK);
  const desk = usePickupDesk();
  const choice = usePickupChoice(desk, now);
  const [isPicking, setPicking] = useState(false);
  const { queue, shown, selected, move } = choice;
  const [given, setGiven] = useState<Given | null>(null);
  const choose = (orderId: string | null): void => {
    desk.forgetProblem();
    setGiven(null);
    choice.choose(orderId);
  };
  const turn = (): void => setPicking(!isPicking);
  useCounterInput(choice, desk, () => {
    setGiven(null);
    setPicking(false);
  });
  useKeys([
    { key: 'ArrowUp', label: t('keys.lineUp'), run: () => move(-1) },
    { key: 'ArrowDown', label: t('keys.lineDown'), run: () => move(1) },
    {
      key: 'F4',
      label: t(isPicking ? 'pickupWork.queue' : 'pickupWork.pickList'),
      hint: true,
      run: turn,
    },
  ]);
  return (
    <Screen
      title={t('pickups.title')}
      panelLabel={t('pickups.lines')}
      search={
        <SearchField
          value={choice.query}
          onChange={choice.setQuery}
          placeholder={t('pickups.searchPlaceholder')}
          onSubmit={() => choose(shown[0]?.order.id ?? null)}
        />
      }
      panel={
        <ChosenPickup
          choice={choice}
          desk={desk}
          now={now}
          onGiven={(done) => {
            // What was only paid stays in hand.
            if (done.act !== 'paid') choose(null);
            setGiven(done);
          }}
          onDone={() => choose(null)}
        />
      }
    >
      <div className={classes['bar']}>
        <FilterChips queue={queue} now={now} chosen={choice.filter} onChoose={choice.setFilter} />
        <div className={classes['turn']}>
          <Button
            keyName="F4"
            icon={<IconListCheck size={20} />}
            aria-pressed={isPicking}
            onClick={turn}
          >
            {t('pickupWork.pickList')}
          </Button>
        </div>
      </div>
      {given ? <GivenNotice {...given} /> : null}
      <DeskProblem selected={selected} desk={desk} />
      {isPicking ? (
        <PickList orders={inFilter(queue, 'toPrepare', now).map(({ order }) => order)} />
      ) : (
        <QueueList {...choice} now={now} onChoose={choose} />
      )}
    </Screen>
  );
};

type ChosenPickupProps = {
  readonly choice: PickupChoice;
  readonly desk: PickupDesk;
  readonly now: string;
  readonly onGiven: (given: Given) => void;
  readonly onDone: () => void;
};

const ChosenPickup = ({ choice, desk, now, onGiven, onDone }: ChosenPickupProps) => {
  const { t } = useTranslation();
  const { selected, lines, ticks } = choice;
  if (!selected)
    return <EmptyState icon={<IconPackage size={40} stroke={1.5} />} title={t('pickups.choose')} />;
  return (
    <PickupPanel
      key={selected.order.id}
      entry={selected}
      lines={lines}
      ticks={ticks}
      desk={desk}
      now={now}
      onGiven={onGiven}
      onDone={onDone}
    />
  );
};

type DeskProblemProps = Pick<PickupChoice, 'selected'> & { readonly desk: PickupDesk };

/** Why a code opened nothing, and whose it was; where digits are entered the panel says what is wrong with them. */
const DeskProblem = ({ selected, desk }: DeskProblemProps) => {
  const problemText = useProblemText();
  const { refused, problem } = desk;
  const isInPanel =
    selected && nextStep(selected, desk.shownOf(selected.order.id).proof) === 'prove';
  const shown = refused?.problem ?? (isInPanel ? null : problem);
  const words = shown && problemText(shown);
  if (words === null) return null;
  return (
    <div className={classes['notices']}>
      <Notice tone="danger" title={refused?.number ?? undefined}>
        {words}
      </Notice>
    </div>
  );
};
