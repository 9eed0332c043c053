import { IconAppWindow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { CenteredPage } from '#renderer/ui/shell/centered-page.tsx';

/** The till is open in another window of this browser (rule J2). */
export const AnotherWindow = () => {
  const { t } = useTranslation();
  return (
    <CenteredPage>
      <EmptyState
        icon={<IconAppWindow size={44} stroke={1.6} />}
        title={t('enrol.anotherWindow')}
        hint={t('enrol.anotherWindowHint')}
      />
    </CenteredPage>
  );
};
