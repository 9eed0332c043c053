import { IconArrowRight, IconDatabaseImport, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { CenteredPage } from '#renderer/ui/shell/centered-page.tsx';
import { useBusyPress } from './use-busy-press.ts';

type Ways = { readonly onGoOn: () => Promise<void> };
type TwoWays = Ways & { readonly onLeave: () => Promise<void> };

type RecoveryStopProps =
  | (Ways & {
      readonly type: 'needs_server' | 'needs_enrolment' | 'lacking';
      readonly tillId: string;
    })
  | (Ways & { readonly type: 'disagrees'; readonly tillId: string; readonly seq: number })
  | (TwoWays & { readonly type: 'unclaimed'; readonly tillId: string })
  | (TwoWays & { readonly type: 'unreadable' });

/** The till must not write into its journal (rule J1), or may be one that has one: why, and how it goes on. */
export const RecoveryStop = (props: RecoveryStopProps) => {
  const { t } = useTranslation();
  switch (props.type) {
    case 'needs_server':
      return (
        <Stop {...props} label={t('common.retry')} icon={<IconRefresh size={22} />}>
          <Notice tone="warn" title={t('recover.needsServerTitle', { till: props.tillId })}>
            {t('recover.needsServer')}
          </Notice>
        </Stop>
      );
    case 'needs_enrolment':
      return (
        <Stop {...props} label={t('recover.enrolAgain')} icon={<IconArrowRight size={22} />}>
          <Notice tone="warn" title={t('recover.needsEnrolmentTitle', { till: props.tillId })}>
            {t('recover.needsEnrolment', { till: props.tillId })}
          </Notice>
        </Stop>
      );
    case 'lacking':
      return (
        <Stop {...props} label={t('recover.goOn')} icon={<IconArrowRight size={22} />}>
          <Notice tone="danger" title={t('recover.lackingTitle', { till: props.tillId })}>
            {t('recover.lacking')}
          </Notice>
        </Stop>
      );
    case 'disagrees':
      return (
        <Stop {...props} label={t('recover.newJournal')} icon={<IconArrowRight size={22} />}>
          <Notice tone="danger" title={t('recover.disagreesTitle', { till: props.tillId })}>
            {t('recover.disagrees', { seq: String(props.seq) })}
          </Notice>
        </Stop>
      );
    case 'unclaimed':
      return (
        <Stop
          {...props}
          label={t('recover.takeBack')}
          icon={<IconDatabaseImport size={22} />}
          leaveLabel={t('recover.newJournal')}
        >
          <Notice tone="warn" title={t('recover.unclaimedTitle', { till: props.tillId })}>
            {t('recover.unclaimed')}
          </Notice>
        </Stop>
      );
    case 'unreadable':
      return (
        <Stop
          {...props}
          label={t('common.retry')}
          icon={<IconRefresh size={22} />}
          leaveLabel={t('recover.other')}
        >
          <Notice tone="warn" title={t('recover.unreadableTitle')}>
            {t('recover.unreadable')}
          </Notice>
        </Stop>
      );
  }
};

type StopProps = Partial<TwoWays> &
  Ways & {
    readonly label: string;
    readonly icon: ReactNode;
    readonly leaveLabel?: string;
    readonly children: ReactNode;
  };

const Stop = ({ label, icon, onGoOn, leaveLabel, onLeave, children }: StopProps) => {
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
      {onLeave ? (
        <Button
          size="large"
          isWide
          disabled={isBusy}
          icon={<IconArrowRight size={22} />}
          onClick={press(onLeave)}
        >
          {leaveLabel}
        </Button>
      ) : null}
    </CenteredPage>
  );
};
