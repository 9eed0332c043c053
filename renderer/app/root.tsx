import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createConfirmedCardDriver } from '../host/confirmed-card-driver.ts';
import { exportPublicKey } from '../host/web-crypto.ts';
import { AnotherWindow } from '../screens/enrol/another-window.tsx';
import { EnrolScreen } from '../screens/enrol/enrol-screen.tsx';
import { openBasketStore } from '../session/basket-store.ts';
import { createSessionStore } from '../session/session-store.ts';
import { createEnrolment } from '../sync/enrolment.ts';
import { TillProvider, type TillSession } from '../session/till-context.ts';
import { ErrorState } from '../ui/feedback/error-state.tsx';
import { openStores, ownTill, type Stores } from './open-stores.ts';
import { serverUrl } from './server-url.ts';
import { startTill } from './start-till.ts';
import { TillApp } from './till-app.tsx';

type Phase =
  | { readonly name: 'opening' }
  | { readonly name: 'elsewhere' }
  | { readonly name: 'enrolling'; readonly stores: Stores }
  | { readonly name: 'ready'; readonly till: TillSession }
  | { readonly name: 'failed' };

/** Everything a till needs, from this machine's disk alone; without an identity it has to be enrolled first. */
const start = async (stores: Stores): Promise<Phase> => {
  const till = await startTill(stores, serverUrl());
  if (!till) return { name: 'enrolling', stores };
  const basket = await openBasketStore(till.store);
  const card = createConfirmedCardDriver();
  return { name: 'ready', till: { ...till, basket, card, session: createSessionStore() } };
};

/** From an empty page to a till at work. */
export const Root = () => {
  const [phase, setPhase] = useState<Phase>({ name: 'opening' });

  useEffect(() => {
    const open = async (): Promise<void> => {
      await ownTill(() => setPhase({ name: 'elsewhere' }));
      setPhase(await start(await openStores()));
    };
    open().catch((error: unknown) => {
      reportError(error);
      setPhase({ name: 'failed' });
    });
  }, []);

  switch (phase.name) {
    case 'opening':
      return null;
    case 'elsewhere':
      return <AnotherWindow />;
    case 'enrolling': {
      const { stores } = phase;
      const enrolment = createEnrolment({
        serverUrl: serverUrl(),
        ledger: stores.ledger,
        publicKey: () => exportPublicKey(stores.keys),
      });
      const enrolled = async (): Promise<void> => setPhase(await start(stores));
      return <EnrolScreen {...enrolment} onEnrolled={enrolled} />;
    }
    case 'ready':
      return (
        <TillProvider value={phase.till}>
          <TillApp />
        </TillProvider>
      );
    case 'failed':
      return <FailedToOpen />;
  }
};

const FailedToOpen = () => {
  const { t } = useTranslation();
  return <ErrorState cause={t('problems.storage_failed')} onRetry={() => location.reload()} />;
};
