import { useTranslation } from 'react-i18next';
import { Link, Route, Switch } from 'wouter';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { SensitivePage } from '../sensitive/sensitive-page.tsx';
import { AccountsPage } from '../accounts/accounts-page.tsx';
import { ChangesPage } from '../changes/changes-page.tsx';
import { ChannelsPage } from '../channels/channels-page.tsx';
import { CustomersPage } from '../customers/customers-page.tsx';
import { DeliveriesPage } from '../deliveries/deliveries-page.tsx';
import { ExceptionsPage } from '../exceptions/exceptions-page.tsx';
import { OverviewPage } from '../overview/overview-page.tsx';
import { PointsPage } from '../points/points-page.tsx';
import { PolicyPage } from '../policy/policy-page.tsx';
import { PricesPage } from '../prices/prices-page.tsx';
import { PromotionsPage } from '../promotions/promotions-page.tsx';
import { ReceiptLayoutPage } from '../receipt-layout/receipt-layout-page.tsx';
import { ReceiptPage } from '../receipts/receipt-page.tsx';
import { ReceiptsPage } from '../receipts/receipts-page.tsx';
import { ShiftPage } from '../shifts/shift-page.tsx';
import { ShiftsPage } from '../shifts/shifts-page.tsx';
import { StaffPage } from '../staff/staff-page.tsx';
import { StoresPage } from '../stores/stores-page.tsx';
import { StoredValuePage } from '../stored-value/stored-value-page.tsx';
import { UnprocessedPage } from '../unprocessed/unprocessed-page.tsx';
import { WebOrdersPage } from '../web-orders/web-orders-page.tsx';
import { PATHS } from './paths.ts';

const Nowhere = () => {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('serverError.not_found')}
      action={<Link href={PATHS.overview}>{t('dashboard.overview')}</Link>}
    />
  );
};

/** The page that the address names. */
export const Pages = () => (
  <Switch>
    <Route path={PATHS.overview} component={OverviewPage} />
    <Route path={PATHS.receipts} component={ReceiptsPage} />
    <Route path={`${PATHS.receipts}/:orderId`}>
      {({ orderId }) => <ReceiptPage orderId={decodeURIComponent(orderId)} list={PATHS.receipts} />}
    </Route>
    <Route path={PATHS.webOrders} component={WebOrdersPage} />
    <Route path={`${PATHS.webOrders}/:orderId`}>
      {({ orderId }) => (
        <ReceiptPage orderId={decodeURIComponent(orderId)} list={PATHS.webOrders} />
      )}
    </Route>
    <Route path={PATHS.storedValue} component={StoredValuePage} />
    <Route path={PATHS.points} component={PointsPage} />
    <Route path={PATHS.shifts} component={ShiftsPage} />
    <Route path={`${PATHS.shifts}/:shiftId`}>
      {({ shiftId }) => <ShiftPage shiftId={decodeURIComponent(shiftId)} />}
    </Route>
    <Route path={PATHS.deliveries} component={DeliveriesPage} />
    <Route path={PATHS.stores} component={StoresPage} />
    <Route path={PATHS.customers} component={CustomersPage} />
    <Route path={PATHS.staff} component={StaffPage} />
    <Route path={PATHS.accounts} component={AccountsPage} />
    <Route path={PATHS.channels} component={ChannelsPage} />
    <Route path={PATHS.promotions} component={PromotionsPage} />
    <Route path={PATHS.prices} component={PricesPage} />
    <Route path={PATHS.policy} component={PolicyPage} />
    <Route path={PATHS.receiptLayout} component={ReceiptLayoutPage} />
    <Route path={PATHS.changes} component={ChangesPage} />
    <Route path={PATHS.sensitive} component={SensitivePage} />
    <Route path={PATHS.exceptions} component={ExceptionsPage} />
    <Route path={PATHS.unprocessed} component={UnprocessedPage} />
    <Route component={Nowhere} />
  </Switch>
);
