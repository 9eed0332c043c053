import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import classes from './receipt-actions.module.css';

/** A receipt and what can be done with it. */
export const ReceiptActions = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <div className={classes['frame']}>
      <div className={classes['paper']}>{children}</div>
      <Button size="large" isWide icon={<IconPrinter size={22} />} onClick={() => window.print()}>
        {t('receipt.printAgain')}
      </Button>
    </div>
  );
};
