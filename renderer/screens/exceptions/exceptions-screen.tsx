import { IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONSEQUENCES } from '#shared/domain/exception/consequences.ts';
import { type OpenException, useExceptions } from '#renderer/queries/use-exceptions.ts';
import { useNow } from '#renderer/session/use-now.ts';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { Screen } from '#renderer/ui/shell/screen.tsx';
import { ExceptionPanel } from './exception-panel.tsx';
import classes from './exceptions.module.css';

const MINUTE = 60_000;

/** What did not fit together when facts met: a manager reads what happened and decides. */
export const ExceptionsScreen = () => {
  const { t } = useTranslation();
  const now = useNow(MINUTE);
  const open = useExceptions();
  const [chosen, setChosen] = useState<string | null>(null);
  const selected = open?.find(({ exception }) => exception.id === chosen) ?? open?.[0];
  const move = (by: 1 | -1): void => {
    const place = open?.findIndex((entry) => entry === selected) ?? 0;
    const next = open?.[Math.max(0, place + by)];
    if (next) setChosen(next.exception.id);
  };
  useKeys([
    { key: 'ArrowUp', label: t('keys.lineUp'), run: () => move(-1) },
    { key: 'ArrowDown', label: t('keys.lineDown'), run: () => move(1) },
  ]);
  return (
    <Screen
      title={t('decision.title')}
      panelLabel={t('decision.evidence')}
      panel={
        selected ? (
          <ExceptionPanel key={selected.exception.id} entry={selected} />
        ) : (
          <EmptyState icon={<IconScale size={40} stroke={1.5} />} title={t('decision.choose')} />
        )
      }
    >
      {open?.length === 0 ? (
        <EmptyState
          icon={<IconScale size={40} stroke={1.5} />}
          title={t('decision.empty')}
          hint={t('decision.emptyHint')}
        />
      ) : null}
      <ul className={classes['list']}>
        {(open ?? []).map((entry) => (
          <ExceptionRow
            key={entry.exception.id}
            entry={entry}
            now={now}
            isChosen={entry === selected}
            onChoose={setChosen}
          />
        ))}
      </ul>
    </Screen>
  );
};

type ExceptionRowProps = {
  readonly entry: OpenException;
  readonly now: string;
  readonly isChosen: boolean;
  readonly onChoose: (id: string) => void;
};

const ExceptionRow = ({ entry, now, isChosen, onChoose }: ExceptionRowProps) => {
  const { t } = useTranslation();
  const { dayAndTime } = useFormat();
  const { exception, isDecided } = entry;
  return (
    <li>
      <button
        type="button"
        className={classes['row']}
        aria-current={isChosen || undefined}
        onClick={() => onChoose(exception.id)}
      >
        <span>
          <strong>{t(`exception.${exception.kind}`)}</strong>
          <span className={classes['quiet']}>
            {dayAndTime(exception.openedAt, now)} ·{' '}
            {t(`decision.tasks.${CONSEQUENCES[exception.kind].task}`)}
          </span>
        </span>
        <StatusBadge tone={isDecided ? 'neutral' : 'danger'}>
          {t(isDecided ? 'sendState.waiting' : 'sendState.needsDecision')}
        </StatusBadge>
      </button>
    </li>
  );
};
