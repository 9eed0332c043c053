import { IconListCheck, IconPackage } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { linesToHandOver } from '#shared/domain/pickup/open-pickup.ts';
import { usePickupQueue, type QueuedPickup } from '#renderer/queries/use-pickup-queue.ts';
import { useNow } from '#renderer/session/use-now.ts';
import { type PickupDesk, usePickupDesk } from '#renderer/session/use-pickup-desk.ts';
import { useProblemText } from '#renderer/session/use-problem-text.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { Screen } from '#renderer/ui/shell/screen.tsx';
import { SearchField } from '#renderer/ui/shell/search-field.tsx';
import { FilterChips } from './filter-chips.tsx';
import { PickList } from './pick-list.tsx';
import { inFilter, isOpen, matchesPickup, type PickupFilter } from './pickup-filter.ts';
import { PickupPanel } from './pickup-panel.tsx';
import { PickupRow } from './pickup-row.tsx';
import { nextStep } from './pickup-step.ts';
import { useTicks } from './use-ticks.ts';
import classes from './pickups.module.css';

const TICK = 30_000;

/** What there is to hold in the hand of an order: what is left of it, or what goes back to the shelves. */
const linesOf = ({ order, putBack }: QueuedPickup): readonly PricedLine[] => {
  if (!isOpen(order)) return putBack;
  const left = new Map(linesToHandOver(order).map((line) => [line.lineId, line.quantity]));
  return order.lines.flatMap((line) => {
    const quantity = left.get(line.id);
    return quantity === undefined ? [] : [{ ...line, quantity }];
  });
};

/** Lines that the pick list says were found whole. */
const pickedIn = ({ order }: QueuedPickup): ReadonlySet<string> =>
  new Set(
    order.lines
      .filter(({ id, quantity }) =>
        order.pickup?.picks.some((pick) => pick.lineId === id && pick.quantity >= quantity),
      )
      .map(({ id }) => id),
  );

const NO_LINES: ReadonlySet<string> = new Set();

const useEntryTicks = (entry: QueuedPickup | undefined, desk: PickupDesk) => {
  const step = entry && nextStep(entry, desk.shownOf(entry.order.id).proof);
  const isPicking = step === 'prepare';
  return useTicks(
    `${entry?.order.id}:${step === 'prove' ? 'handOver' : step}`,
    entry ? linesOf(entry) : [],
    entry && isPicking ? pickedIn(entry) : NO_LINES,
  );
};

/** Web orders of this store: find one, hold its goods, see whose they are, hand them over. */
export const PickupsScreen = () => {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const now = useNow(TICK);
  const queue = usePickupQueue();
  const desk = usePickupDesk();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<PickupFilter>('all');
  const [chosen, setChosen] = useState<string | null>(null);
  const [isPicking, setPicking] = useState(false);
  const scanned = desk.byCode;
  const byCode: QueuedPickup[] = scanned
    ? [{ order: scanned.order, putBack: [], exceptions: [] }]
    : [];
  const all = [...byCode, ...(queue ?? [])];
  const shown = inFilter(all, filter, now).filter(({ order }) => matchesPickup(order, query));
  const selected =
    all.find(({ order }) => order.id === chosen) ?? (query === '' ? shown[0] : undefined);
  const ticks = useEntryTicks(selected, desk);

  const choose = (orderId: string | null): void => {
    desk.forgetProblem();
    setChosen(orderId);
  };
  const scan = async (code: string): Promise<boolean> => {
    if (desk.isCode(code)) {
      const opened = await desk.scan(code);
      if (opened) setChosen(opened.order.id);
      setPicking(false);
      return opened !== null;
    }
    if (selected && (await ticks.tickCode(code))) return true;
    const found = all.find(({ order }) => order.number === code);
    if (found) choose(found.order.id);
    return found !== undefined;
  };
  const step = selected && nextStep(selected, desk.shownOf(selected.order.id).proof);
  useScanner({
    onScan: scan,
    onTyped: ({ text, decoded }) => {
      // Digits are the customer's code where one is waited for; a search by number begins in its field.
      if (selected && step === 'prove' && /^\d+$/.test(decoded))
        desk.enterDigits(selected.order.id, desk.digitsOf(selected.order.id) + decoded);
      else setQuery((before) => before + text);
    },
  });
  const move = (by: 1 | -1): void => {
    const place = shown.findIndex(({ order }) => order.id === selected?.order.id);
    const next = shown[Math.min(Math.max(place + by, 0), shown.length - 1)];
    if (next) choose(next.order.id);
  };
  useKeys([
    { key: 'ArrowUp', label: t('keys.lineUp'), run: () => move(-1) },
    { key: 'ArrowDown', label: t('keys.lineDown'), run: () => move(1) },
    {
      key: 'F4',
      label: t(isPicking ? 'pickupWork.queue' : 'pickupWork.pickList'),
      hint: true,
      run: () => setPicking(!isPicking),
    },
  ]);
  const problem = desk.problem && step !== 'prove' ? problemText(desk.problem) : null;

  return (
    <Screen
      title={t('pickups.title')}
      panelLabel={t('pickups.lines')}
      search={
        <SearchField
          value={query}
          onChange={setQuery}
          placeholder={t('pickups.searchPlaceholder')}
          onSubmit={() => choose(shown[0]?.order.id ?? null)}
        />
      }
      panel={
        selected ? (
          <PickupPanel
            key={selected.order.id}
            entry={selected}
            lines={linesOf(selected)}
            ticks={ticks}
            desk={desk}
            now={now}
            onDone={() => choose(null)}
          />
        ) : (
          <EmptyState icon={<IconPackage size={40} stroke={1.5} />} title={t('pickups.choose')} />
        )
      }
    >
      <div className={classes['bar']}>
        <FilterChips queue={all} now={now} chosen={filter} onChoose={setFilter} />
        <Button
          keyName="F4"
          icon={<IconListCheck size={20} />}
          aria-pressed={isPicking}
          onClick={() => setPicking(!isPicking)}
        >
          {t('pickupWork.pickList')}
        </Button>
      </div>
      {problem ? (
        <div className={classes['notices']}>
          <Notice tone="danger">{problem}</Notice>
        </div>
      ) : null}
      {isPicking ? (
        <PickList orders={inFilter(queue ?? [], 'toPrepare', now).map(({ order }) => order)} />
      ) : (
        <QueueList
          isKnown={queue !== undefined}
          shown={shown}
          now={now}
          selected={selected?.order.id}
          onChoose={choose}
        />
      )}
    </Screen>
  );
};

type QueueListProps = {
  readonly isKnown: boolean;
  readonly shown: readonly QueuedPickup[];
  readonly now: string;
  readonly selected: string | undefined;
  readonly onChoose: (orderId: string) => void;
};

const QueueList = ({ isKnown, shown, now, selected, onChoose }: QueueListProps) => {
  const { t } = useTranslation();
  if (isKnown && shown.length === 0)
    return (
      <EmptyState
        icon={<IconPackage size={40} stroke={1.5} />}
        title={t('pickups.empty')}
        hint={t('pickups.emptyHint')}
      />
    );
  return (
    <ul className={classes['list']}>
      {shown.map((entry) => (
        <PickupRow
          key={entry.order.id}
          entry={entry}
          now={now}
          isChosen={entry.order.id === selected}
          onChoose={onChoose}
        />
      ))}
    </ul>
  );
};
