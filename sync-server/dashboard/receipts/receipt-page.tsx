import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { PATHS } from '../app/paths.ts';
import { useReceipt } from '../data/use-receipts.ts';
import { Page } from '../parts/page.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { StoreRegion } from '../parts/store-region.tsx';
import { ReceiptBody } from './receipt-body.tsx';
import classes from './receipt-page.module.css';

type ReceiptPageProps = {
  readonly orderId: string;
  /** Where the reader came from and goes back to. */
  readonly list: typeof PATHS.receipts | typeof PATHS.webOrders;
};

/** One order with everything known about it and where each fact came from. */
export const ReceiptPage = ({ orderId, list }: ReceiptPageProps) => {
  const { t } = useTranslation();
  const receipt = useReceipt(orderId);
  const order = receipt.data?.order;
  const number = order?.number ?? orderId;
  const backTo = list === PATHS.receipts ? t('dashboard.receipts') : t('dashboard.webOrders');
  return (
    <StoreRegion storeId={order?.storeId}>
      <Page
        title={
          order?.channel === 'store'
            ? t('receipt.number', { number })
            : t('receipt.order', { number })
        }
        back={
          <Link href={list} className={classes['back']} title={backTo} aria-label={backTo}>
            <IconArrowLeft size={20} />
          </Link>
        }
      >
        <QueryView query={receipt}>{(detail) => <ReceiptBody detail={detail} />}</QueryView>
      </Page>
    </StoreRegion>
  );
};
