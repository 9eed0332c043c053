import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import type { RequestFailure } from '../data/request-failure.ts';
import { ProblemNotice } from './problem-notice.tsx';
import classes from './revoke-form.module.css';

type RevokeFormProps = {
  readonly explain: string;
  /** Left out: access is withdrawn. */
  readonly submit?: string;
  readonly failure: RequestFailure | null;
  readonly isBusy: boolean;
  readonly onRevoke: () => void;
  readonly onCancel: () => void;
};

/** What it means to take away for good, and the two ways on. */
export const RevokeForm = ({
  explain,
  submit,
  failure,
  isBusy,
  onRevoke,
  onCancel,
}: RevokeFormProps) => {
  const { t } = useTranslation();
  return (
    <>
      <p className={classes['explain']}>{explain}</p>
      <ProblemNotice failure={failure} />
      <div className={classes['actions']}>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button tone="danger" isBusy={isBusy} onClick={onRevoke}>
          {submit ?? t('dashboard.revoke')}
        </Button>
      </div>
    </>
  );
};
