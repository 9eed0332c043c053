import { IconCash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../feedback/notice.tsx';

/** The customer is to have the cash back that they gave. */
export const CashLeft = () => {
  const { t } = useTranslation();
  return (
    <Notice tone="danger" icon={<IconCash size={26} />}>
      {t('mixed.cashLeft')}
    </Notice>
  );
};
