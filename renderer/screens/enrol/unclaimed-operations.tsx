import { IconArrowRight, IconDatabaseImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { CenteredPage } from '#renderer/ui/shell/centered-page.tsx';
import { useBusyPress } from './use-busy-press.ts';

type UnclaimedOperationsProps = {
  readonly tillId: string;
  readonly onTakeBack: () => Promise<void>;
  readonly onLeave: () => Promise<void>;
};

/** The browser has nothing of what is kept, and who wrote it cannot be read: a person says whether it is this till's. */
export const UnclaimedOperations = ({ tillId, onTakeBack, onLeave }: UnclaimedOperationsProps) => {
  const { t } = useTranslation();
  const { isBusy, press } = useBusyPress();
  return (
    <CenteredPage>
      <Notice tone="warn" title={t('recover.unclaimedTitle', { till: tillId })}>
        {t('recover.unclaimed')}
      </Notice>
      <Button
        tone="primary"
        size="large"
        isWide
        isBusy={isBusy}
        icon={<IconDatabaseImport size={22} />}
        onClick={press(onTakeBack)}
      >
        {t('recover.takeBack')}
      </Button>
      <Button
        size="large"
        isWide
        disabled={isBusy}
        icon={<IconArrowRight size={22} />}
        onClick={press(onLeave)}
      >
        {t('recover.newJournal')}
      </Button>
    </CenteredPage>
  );
};
