import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useExceptionsOf } from '#renderer/queries/use-exceptions.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { ExceptionNotice } from '#renderer/ui/feedback/exception-notice.tsx';
import classes from './receipt-actions.module.css';

type ReceiptActionsProps = {
  /** Whose receipt it is; null = of nothing that is known here. */
  readonly orderId: string | null;
  readonly onPrint: () => void;
  readonly children: ReactNode;
};

/** A receipt, what contradicts about it, and what can be done with it. */
export const ReceiptActions = ({ orderId, onPrint, children }: ReceiptActionsProps) => {
  const { t } = useTranslation();
  const exceptions = useExceptionsOf(orderId);
  return (
    <div className={classes['frame']}>
      <div className={classes['notices']}>
        {exceptions.map(({ exception, isDecided }) => (
          <ExceptionNotice key={exception.id} kind={exception.kind} isDecided={isDecided} />
        ))}
      </div>
      <div className={classes['paper']}>{children}</div>
      <Button size="large" isWide icon={<IconPrinter size={22} />} onClick={onPrint}>
        {t('receipt.printAgain')}
      </Button>
    </div>
  );
};
