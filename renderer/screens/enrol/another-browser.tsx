import { IconBrowserX, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { CenteredPage } from '#renderer/ui/shell/centered-page.tsx';

/** Another browser, or another profile of this one, is the till on this machine (rule J1). */
export const AnotherBrowser = ({ tillId }: { readonly tillId: string }) => {
  const { t } = useTranslation();
  return (
    <CenteredPage>
      <EmptyState
        icon={<IconBrowserX size={44} stroke={1.6} />}
        title={t('enrol.anotherBrowser', { till: tillId })}
        hint={t('enrol.anotherBrowserHint')}
      />
      <Button
        tone="primary"
        size="large"
        isWide
        icon={<IconRefresh size={22} />}
        onClick={() => location.reload()}
      >
        {t('common.retry')}
      </Button>
    </CenteredPage>
  );
};
