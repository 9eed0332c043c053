import { IconBuildingStore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';

/** Head office before there is anything to look after. */
export const NoStores = () => {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconBuildingStore size={40} stroke={1.6} />}
      title={t('dashboard.noStores')}
      hint={t('dashboard.noStoresHint')}
    />
  );
};
