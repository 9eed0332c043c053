import { IconShoppingCartPause, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedVoidReason } from '#shared/domain/basket/void-reason.ts';
import { useBasket } from '#renderer/session/till-context.ts';
import { type ParkedRow as Row, useParkedRows } from '#renderer/session/use-parked-rows.ts';
import { type Missing, useParking } from '#renderer/session/use-parking.ts';
import { type ShownProblem, useProblemText } from '#renderer/session/use-problem-text.ts';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { ParkedRow } from '#renderer/ui/sell/parked-row.tsx';
import { MissingParts } from './missing-parts.tsx';
import { VoidDialog } from './void-dialog.tsx';
import classes from './parked-dialog.module.css';

type ParkedDialogProps = {
  /** Why the open basket could not be parked; null = the list is what was asked for. */
  readonly problem: ShownProblem | null;
  readonly onClose: () => void;
};

/** Baskets that wait for their customers, at any till of the store; one is chosen to go on with. */
export const ParkedDialog = ({ problem, onClose }: ParkedDialogProps) => {
  const { t } = useTranslation();
  const rows = useParkedRows();
  const [missing, setMissing] = useState<Missing | null>(null);
  const goOn = (recalled: Missing): void =>
    recalled.codes.length + recalled.goods.length === 0 ? onClose() : setMissing(recalled);
  if (missing)
    return (
      <Dialog
        title={t(missing.goods.length === 0 ? 'promoCode.title' : 'parked.recall')}
        onClose={onClose}
        width={620}
      >
        <MissingParts missing={missing} onClose={onClose} />
      </Dialog>
    );
  return (
    <Dialog title={t('keys.parked')} onClose={onClose} width={620}>
      {rows === undefined ? null : <ParkedList rows={rows} first={problem} onRecalled={goOn} />}
    </Dialog>
  );
};

type ParkedListProps = {
  readonly rows: readonly Row[];
  readonly first: ShownProblem | null;
  readonly onRecalled: (missing: Missing) => void;
};

const ParkedList = ({ rows, first, onRecalled }: ParkedListProps) => {
  const { t } = useTranslation();
  const hasLines = useBasket((state) => state.basket.lines.length > 0);
  const problemText = useProblemText();
  const { recall, discard, isBusy } = useParking();
  const [place, setPlace] = useState(0);
  const [problem, setProblem] = useState(first);
  const [given, setGiven] = useState<Row | null>(null);
  // One may be recalled at another till while this is looked at.
  const chosen = rows[Math.min(place, rows.length - 1)];
  const goOn = async (row: Row | undefined): Promise<void> => {
    if (row === undefined) return;
    const recalled = await recall(row.basket);
    if (recalled.ok) onRecalled(recalled.value);
    else setProblem(recalled.problem);
  };
  const giveUp = async (row: Row, reason: AskedVoidReason): Promise<void> => {
    setGiven(null);
    const discarded = await discard(row.basket, reason);
    setProblem(discarded.ok ? null : discarded.problem);
  };
  const move = (step: 1 | -1): void =>
    setPlace(Math.max(0, Math.min(rows.length - 1, place + step)));
  const disabled = chosen === undefined || isBusy;
  const run = (): void => void goOn(chosen);
  useKeys([
    { key: 'ArrowUp', label: t('keys.lineUp'), disabled, run: () => move(-1) },
    { key: 'ArrowDown', label: t('keys.lineDown'), disabled, run: () => move(1) },
    {
      key: 'Delete',
      label: t('parked.discard'),
      disabled,
      run: () => setGiven(chosen ?? null),
    },
    { key: 'F8', label: t('parked.recall'), disabled, run },
    { key: 'Enter', label: t('parked.recall'), disabled, run },
  ]);
  const words = problem ? problemText(problem) : null;
  return (
    <div className={classes['parts']}>
      {words === null ? null : <Notice tone="danger">{words}</Notice>}
      {rows.length === 0 ? (
        <EmptyState
          icon={<IconShoppingCartPause size={40} stroke={1.5} />}
          title={t('parked.none')}
          hint={t('parked.noneHint')}
        />
      ) : (
        <>
          <ul className={classes['list']} aria-label={t('keys.parked')}>
            {rows.map((row) => (
              <li key={row.basket.id} className={classes['row']}>
                <button
                  type="button"
                  className={classes['choice']}
                  aria-current={row === chosen || undefined}
                  disabled={isBusy}
                  onClick={() => void goOn(row)}
                >
                  <ParkedRow {...row} />
                </button>
                <IconButton
                  label={t('parked.discard')}
                  tone="danger"
                  disabled={isBusy}
                  onClick={() => setGiven(row)}
                >
                  <IconTrash size={22} />
                </IconButton>
              </li>
            ))}
          </ul>
          {hasLines ? <Notice tone="info">{t('parked.swap')}</Notice> : null}
          <Button tone="primary" size="large" isWide keyName="F8" isBusy={isBusy} onClick={run}>
            {t('parked.recall')}
          </Button>
        </>
      )}
      {given ? (
        <VoidDialog
          title={t('parked.discard')}
          what={`${given.title} · ${given.total}`}
          reasons={['not_back', 'changed_mind', 'mistake', 'other']}
          submitLabel={t('parked.discard')}
          onClose={() => setGiven(null)}
          onVoid={(reason) => void giveUp(given, reason)}
        />
      ) : null}
    </div>
  );
};
