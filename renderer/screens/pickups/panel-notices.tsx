import { useTranslation } from 'react-i18next';
import type { QueuedPickup } from '#renderer/queries/use-pickup-queue.ts';
import type { PickupActs } from '#renderer/session/use-pickup-acts.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { ExceptionNotice } from '#renderer/ui/feedback/exception-notice.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import classes from './pickups.module.css';

type PanelNoticesProps = {
  readonly entry: QueuedPickup;
  readonly isByCode: boolean;
  readonly acts: PickupActs;
};

/** What a person must know of the order before going on. */
export const PanelNotices = ({ entry, isByCode, acts }: PanelNoticesProps) => {
  const { t } = useTranslation();
  const { isOpen, putBack, exceptions } = entry;
  const isPutBackBeside = putBack.length > 0 && isOpen;
  if (!isByCode && putBack.length === 0 && exceptions.length === 0) return null;
  return (
    <div className={classes['notices']}>
      {exceptions.map(({ exception, isDecided }) => (
        <ExceptionNotice key={exception.id} kind={exception.kind} isDecided={isDecided} />
      ))}
      {isByCode ? <Notice tone="info">{t('pickupWork.byCode')}</Notice> : null}
      {putBack.length > 0 ? (
        <Notice tone="warn" title={t('pickupWork.putBack')}>
          {t('pickupWork.putBackHint')}
          {isPutBackBeside ? (
            <Button size="small" isBusy={acts.isBusy} onClick={() => void acts.putBack()}>
              {t('pickupWork.putBackDone')}
            </Button>
          ) : null}
        </Notice>
      ) : null}
    </div>
  );
};
