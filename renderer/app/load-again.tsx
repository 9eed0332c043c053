import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button/button.tsx';

/** The one way on from a page that cannot go on: the app has no key that loads it again. */
export const LoadAgain = () => {
  const { t } = useTranslation();
  return (
    <Button
      tone="primary"
      size="large"
      isWide
      icon={<IconRefresh size={22} />}
      onClick={() => location.reload()}
    >
      {t('states.loadAgain')}
    </Button>
  );
};
