import { IconArrowRight, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { CenteredPage } from '#renderer/ui/shell/centered-page.tsx';
import { useBusyPress } from './use-busy-press.ts';

type RecoveryStopProps = (
  | { readonly type: 'needs_server' | 'needs_enrolment' }
  | { readonly type: 'disagrees'; readonly seq: number }
) & { readonly tillId: string; readonly onGoOn: () => Promise<void> };

/** The till must not write into its journal (rule J1): why, and how it goes on. */
export const RecoveryStop = (props: RecoveryStopProps) => {
  const { t } = useTranslation();
  const till = props.tillId;
  switch (props.type) {
    case 'needs_server':
      return (
        <Stop {...props} label={t('common.retry')} icon={<IconRefresh size={22} />}>
          <Notice tone="warn" title={t('recover.needsServerTitle', { till })}>
            {t('recover.needsServer')}
          </Notice>
        </Stop>
      );
    case 'needs_enrolment':
      return (
        <Stop {...props} label={t('recover.enrolAgain')} icon={<IconArrowRight size={22} />}>
          <Notice tone="warn" title={t('recover.needsEnrolmentTitle', { till })}>
            {t('recover.needsEnrolment')}
          </Notice>
        </Stop>
      );
    case 'disagrees':
      return (
        <Stop {...props} label={t('recover.newJournal')} icon={<IconArrowRight size={22} />}>
          <Notice tone="danger" title={t('recover.disagreesTitle', { till })}>
            {t('recover.disagrees', { seq: String(props.seq) })}
          </Notice>
        </Stop>
      );
  }
};

type StopProps = {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onGoOn: () => Promise<void>;
  readonly children: ReactNode;
};

const Stop = ({ label, icon, onGoOn, children }: StopProps) => {
  const { isBusy, press } = useBusyPress();
  return (
    <CenteredPage>
      {children}
      <Button
        tone="primary"
        size="large"
        isWide
        isBusy={isBusy}
        icon={icon}
        onClick={press(onGoOn)}
      >
        {label}
      </Button>
    </CenteredPage>
  );
};
