import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { EnrolmentCodeReply } from '#shared/protocol/dashboard.ts';
import { useEnrolmentCode } from '../data/use-tills.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import classes from './connect-dialog.module.css';

const Code = ({ code, tillId, expiresAt }: EnrolmentCodeReply) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div aria-live="polite">
      <p className={classes['explain']}>{t('dashboard.codeFor', { till: tillId })}</p>
      <output className={classes['code']}>{code}</output>
      <p className={classes['explain']}>
        {t('dashboard.enrolCode', { time: format.time(expiresAt) })} {t('dashboard.codeOnce')}
      </p>
    </div>
  );
};

type ConnectDialogProps = {
  readonly storeId: string;
  /** null = a new till of the store. */
  readonly tillId: string | null;
  readonly onClose: () => void;
};

/** Makes the code with which a device becomes a till. */
export const ConnectDialog = ({ storeId, tillId, onClose }: ConnectDialogProps) => {
  const { t } = useTranslation();
  const { mutate, data, error, isPending } = useEnrolmentCode();
  return (
    <Dialog title={tillId === null ? t('dashboard.enrolTill') : tillId} onClose={onClose}>
      {data === undefined ? (
        <>
          <p className={classes['explain']}>
            {tillId === null ? t('dashboard.connectExplain') : t('dashboard.deviceExplain')}
          </p>
          <ProblemNotice failure={error} />
          <Button tone="primary" isBusy={isPending} onClick={() => mutate({ storeId, tillId })}>
            {t('dashboard.makeCode')}
          </Button>
        </>
      ) : (
        <>
          <Code {...data} />
          <Button tone="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      )}
    </Dialog>
  );
};
