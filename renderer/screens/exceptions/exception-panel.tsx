import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONSEQUENCES, type Resolution } from '#shared/domain/exception/consequences.ts';
import type { OpenException } from '#renderer/queries/use-exceptions.ts';
import { useSyncStatus } from '#renderer/queries/use-sync.ts';
import { useProblemText } from '#renderer/session/use-problem-text.ts';
import { useSettling } from '#renderer/session/use-settling.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { Evidence } from './evidence.tsx';
import classes from './exceptions.module.css';

/** Of these the server must know before anybody acts on them (rule S6). */
const MOVES_MONEY: readonly Resolution[] = ['refund', 'charge_again'];

const LONGEST = 400;

/** One exception: what happened, what there is to do, and how it was settled. */
export const ExceptionPanel = ({ entry }: { readonly entry: OpenException }) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { exception, isDecided } = entry;
  const { kind, amount } = exception;
  return (
    <div className={classes['panel']}>
      <header className={classes['head']}>
        <h2 className={classes['title']}>{t(`exception.${kind}`)}</h2>
        {amount === null || amount === 0 ? null : (
          <p className={classes['quiet']}>{t('decision.stake', { amount: money(amount) })}</p>
        )}
      </header>
      <div className={classes['body']}>
        <h3 className={classes['part']}>{t('decision.evidence')}</h3>
        <Evidence exception={exception} />
        <h3 className={classes['part']}>{t('decision.todo')}</h3>
        <p className={classes['task']}>{t(`decision.tasks.${CONSEQUENCES[kind].task}`)}</p>
      </div>
      {isDecided ? (
        <footer className={classes['foot']}>
          <Notice tone="info">{t('decision.decided')}</Notice>
        </footer>
      ) : (
        <Settlement entry={entry} />
      )}
    </div>
  );
};

const Settlement = ({ entry: { exception } }: { readonly entry: OpenException }) => {
  const { t } = useTranslation();
  const isOffline = useSyncStatus().cause !== null;
  const { resolutions } = CONSEQUENCES[exception.kind];
  const isForbidden = (action: Resolution): boolean => isOffline && MOVES_MONEY.includes(action);
  if (exception.owner !== 'store_manager')
    return (
      <footer className={classes['foot']}>
        <Notice tone="info">{t('decision.headOffice')}</Notice>
      </footer>
    );
  return (
    <footer className={classes['foot']}>
      {resolutions.some(isForbidden) ? (
        <Notice tone="warn">{t('decision.moneyOffline')}</Notice>
      ) : null}
      <Decisions exception={exception} resolutions={resolutions} isForbidden={isForbidden} />
    </footer>
  );
};

type DecisionsProps = {
  readonly exception: OpenException['exception'];
  /** The likeliest first. */
  readonly resolutions: readonly Resolution[];
  readonly isForbidden: (action: Resolution) => boolean;
};

const Decisions = ({ exception, resolutions, isForbidden }: DecisionsProps) => {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { settle, isBusy, problem } = useSettling();
  const [note, setNote] = useState('');
  const run = (action: Resolution): void => void settle({ exception, action, note: note.trim() });
  const [first] = resolutions;
  useKeys(
    first
      ? [
          {
            key: 'F8',
            label: t(`decision.actions.${first}`),
            hint: true,
            disabled: isBusy || isForbidden(first),
            run: () => run(first),
          },
        ]
      : [],
  );
  return (
    <>
      {problem ? <Notice tone="danger">{problemText(problem)}</Notice> : null}
      <Textarea
        label={t('decision.note')}
        value={note}
        maxLength={LONGEST}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {resolutions.map((action) => (
        <Button
          key={action}
          isWide
          tone={action === first ? 'primary' : 'default'}
          size={action === first ? 'large' : 'standard'}
          keyName={action === first ? 'F8' : undefined}
          disabled={isBusy || isForbidden(action)}
          onClick={() => run(action)}
        >
          {t(`decision.actions.${action}`)}
        </Button>
      ))}
    </>
  );
};
