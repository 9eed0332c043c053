import {
  IconCashRegister,
  IconClock,
  IconDots,
  IconPackage,
  IconPackages,
  IconReceipt,
  IconReceiptRefund,
  IconScale,
} from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shiftAgeOf } from '#shared/domain/shift/shift-age.ts';
import { tokenKindOf } from '#shared/tokens/token-text.ts';
import { useExceptions } from '../queries/use-exceptions.ts';
import { usePickupQueue } from '../queries/use-pickup-queue.ts';
import { useReferences } from '../queries/use-references.ts';
import { useShift } from '../queries/use-shift.ts';
import { DevicesScreen } from '../screens/devices/devices-screen.tsx';
import { ExceptionsScreen } from '../screens/exceptions/exceptions-screen.tsx';
import { QuickKeysScreen } from '../screens/quick-keys/quick-keys-screen.tsx';
import { PickupsScreen } from '../screens/pickups/pickups-screen.tsx';
import { ReceiptsScreen } from '../screens/receipts/receipts-screen.tsx';
import { ReturnedDialog } from '../screens/returns/returned-dialog.tsx';
import { ReturnsScreen } from '../screens/returns/returns-screen.tsx';
import { SellScreen } from '../screens/sell/sell-screen.tsx';
import { StockScreen } from '../screens/stock/stock-screen.tsx';
import { SoldDialog } from '../screens/sell/sold-dialog.tsx';
import { ShiftScreen } from '../screens/shift/shift-screen.tsx';
import { SignInScreen } from '../screens/sign-in/sign-in-screen.tsx';
import { PaymentRecoveryProvider, RefundRecoveryProvider } from '../session/recovery.ts';
import { ScannedCodeProvider } from '../session/scanned-code.ts';
import { useCustomerDisplay } from '../session/use-customer-display.ts';
import { useWaitingPapers } from '../session/use-devices.ts';
import { useSession, useTill } from '../session/till-context.ts';
import { useHidScanner } from '../session/use-hid-scanner.ts';
import { useWiredScanner } from '../session/use-wired-scanner.ts';
import { useIdleLock } from '../session/use-idle-lock.ts';
import { useTrustedNow } from '../session/use-trusted-now.ts';
import { openedAt } from '../store/trusted-time.ts';
import { APP_DEPTH } from '../ui/input/layer-depth.ts';
import { useKeys } from '../ui/keys/use-keys.ts';
import { RegionContext } from '../ui/language/region.ts';
import { BrowserPaper } from '../ui/receipt/browser-paper.tsx';
import { AppShell } from '../ui/shell/app-shell.tsx';
import { ApprovalQuestion } from './approval-question.tsx';
import { DrawerWarning } from './drawer-warning.tsx';
import { FiscalWarning } from './fiscal-warning.tsx';
import { MachineDialog } from './machine-dialog.tsx';
import overAll from './over-all.module.css';
import { PaperWarning } from './paper-warning.tsx';
import { ScreenBoundary } from '../ui/feedback/screen-boundary.tsx';
import { ComputerWarning } from './computer-warning.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { SignedInChip } from './signed-in-chip.tsx';
import { SyncDisplay } from './sync-display.tsx';
import { ExercisePanel } from './training/exercise-panel.tsx';
import { useTraining } from './training/training-context.ts';
import { UnsoldPayment } from './unsold-payment.tsx';
import { UpdateAtRest } from './update-at-rest.tsx';
import { type RecoveredPayment, useRecoveredPayment } from './use-recovered-payment.ts';
import { useRecoveredRefund } from './use-recovered-refund.ts';

const SCREENS = {
  sell: SellScreen,
  pickups: PickupsScreen,
  returns: ReturnsScreen,
  receipts: ReceiptsScreen,
  shift: ShiftScreen,
  stock: StockScreen,
  exceptions: ExceptionsScreen,
  devices: DevicesScreen,
  quickKeys: QuickKeysScreen,
} as const;
type ScreenName = keyof typeof SCREENS;

const MINUTE = 60_000;

/** Where money moves: without an open shift these lead to its opening. */
const IN_SHIFT: readonly ScreenName[] = ['sell', 'pickups', 'returns'];

const isScreen = (id: string): id is ScreenName => id in SCREENS;

/** The till at work: whoever signed in, and the screens. */
export const TillApp = () => {
  const { settings } = useReferences();
  useWiredScanner();
  useHidScanner();
  const recovered = useRecoveredPayment();
  const { desk } = useTraining();
  const isSignedIn = useSession((state) => state.signedIn !== null);
  const { currency, timeZone } = settings ?? {
    currency: 'KZT' as const,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  return (
    <RegionContext value={{ currency, timeZone }}>
      {desk ? null : <CustomerDisplayFeed />}
      {isSignedIn ? (
        <PaymentRecoveryProvider value={recovered.recovery}>
          <Counter recovered={recovered} />
        </PaymentRecoveryProvider>
      ) : (
        <>
          <SignInScreen />
          <UpdateAtRest />
        </>
      )}
    </RegionContext>
  );
};

const Counter = ({ recovered }: { readonly recovered: RecoveredPayment }) => {
  const { t } = useTranslation();
  const { store } = useTill();
  const [asked, setScreen] = useState<ScreenName>('sell');
  const shift = useShift();
  const now = useTrustedNow(MINUTE);
  const isOverdue = shift !== null && shiftAgeOf(openedAt(store, shift), now) === 'overdue';
  const screen = shift !== null || !IN_SHIFT.includes(asked) ? asked : 'shift';
  const [isSettingsOpen, setSettingsOpen] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const scanned = useMemo(
    () => ({
      code,
      send: (text: string) => {
        setCode(text);
        setScreen(tokenKindOf(text) === 'receipt' ? 'returns' : 'pickups');
      },
      taken: () => setCode(null),
    }),
    [code],
  );
  useKeys([{ key: 'F5', label: t('keys.pickups'), run: () => setScreen('pickups') }], {
    depth: APP_DEPTH,
  });
  useIdleLock();
  const lock = useSession((state) => state.lock);
  const waiting = usePickupQueue()?.length ?? 0;
  const undecided = useExceptions()?.filter(({ isDecided }) => !isDecided).length ?? 0;
  const { papers } = useWaitingPapers();
  const { desk } = useTraining();
  const refunded = useRecoveredRefund();
  const Current = SCREENS[screen];
  return (
    <AppShell
      nav={[
        { id: 'sell', label: t('nav.sell'), icon: <IconCashRegister size={26} stroke={1.7} /> },
        {
          id: 'pickups',
          label: t('nav.pickups'),
          icon: <IconPackage size={26} stroke={1.7} />,
          waiting,
        },
        {
          id: 'returns',
          label: t('nav.returns'),
          icon: <IconReceiptRefund size={26} stroke={1.7} />,
        },
        { id: 'receipts', label: t('nav.receipts'), icon: <IconReceipt size={26} stroke={1.7} /> },
        { id: 'stock', label: t('nav.stock'), icon: <IconPackages size={26} stroke={1.7} /> },
        {
          id: 'shift',
          label: t('nav.shift'),
          icon: <IconClock size={26} stroke={1.7} />,
          waiting: isOverdue ? 1 : 0,
        },
        {
          id: 'exceptions',
          label: t('decision.title'),
          icon: <IconScale size={26} stroke={1.7} />,
          waiting: undecided,
        },
      ]}
      navFooter={[
        {
          id: 'more',
          label: t('nav.more'),
          icon: <IconDots size={26} stroke={1.7} />,
          waiting: papers.length,
        },
      ]}
      active={screen}
      onNavigate={(id) => (isScreen(id) ? setScreen(id) : setSettingsOpen(true))}
      sync={<SyncDisplay />}
      staff={<SignedInChip onOpen={() => setSettingsOpen(true)} />}
      onLock={lock}
      about={t(`tour.${screen}`)}
      warning={
        <>
          {desk ? <ExercisePanel desk={desk} about={t(`tour.${screen}`)} /> : null}
          <ComputerWarning papers={papers} />
          <FiscalWarning />
          <div className={overAll['place']}>
            <DrawerWarning />
            <PaperWarning />
          </div>
        </>
      }
    >
      <ScreenBoundary key={screen}>
        <ScannedCodeProvider value={scanned}>
          <RefundRecoveryProvider value={refunded.recovery}>
            <Current />
          </RefundRecoveryProvider>
        </ScannedCodeProvider>
      </ScreenBoundary>
      <MachineDialog />
      <ApprovalQuestion />
      {recovered.orderId === null ? null : (
        <SoldDialog
          orderId={recovered.orderId}
          onNext={recovered.dismiss}
          onScan={async () => false}
        />
      )}
      {refunded.returned === null ? null : (
        <ReturnedDialog
          returned={refunded.returned}
          onNext={refunded.dismiss}
          onScan={async () => false}
        />
      )}
      <UnsoldPayment />
      <BrowserPaper />
      {isSettingsOpen ? (
        <SettingsDialog
          onClose={() => setSettingsOpen(false)}
          onGo={(to) => {
            setSettingsOpen(false);
            setScreen(to);
          }}
        />
      ) : null}
    </AppShell>
  );
};

/** By itself, so that what changes the basket does not draw the frame again; the customer's side stays on while the till is locked. */
const CustomerDisplayFeed = () => {
  useCustomerDisplay();
  return null;
};
