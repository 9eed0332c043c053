import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { EmptyState } from './empty-state.tsx';

type ErrorStateProps = {
  /** The cause, in the reader's language. */
  readonly cause: string;
  readonly onRetry?: (() => void) | undefined;
};

/** Something failed: the cause, that the input is kept, and a way to try again. */
export const ErrorState = ({ cause, onRetry }: ErrorStateProps) => {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <EmptyState
        icon={<IconAlertTriangle size={40} stroke={1.6} color="var(--danger)" />}
        title={cause}
        hint={t('states.errorHint')}
        action={
          onRetry ? (
            <Button icon={<IconRefresh size={20} />} onClick={onRetry}>
              {t('common.retry')}
            </Button>
          ) : null
        }
      />
    </div>
  );
};
