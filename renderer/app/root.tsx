import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DemoTill } from '#shared/protocol/demo.ts';
import { createConfirmedCardDriver } from '../host/confirmed-card-driver.ts';
import { openShell } from '../host/open-shell.ts';
import { exportPublicKey } from '../host/web-crypto.ts';
import { TillDataProvider } from '../queries/till-data.ts';
import { AnotherWindow } from '../screens/enrol/another-window.tsx';
import { demoProblem } from '../screens/enrol/enrol-problem.ts';
import { EnrolScreen } from '../screens/enrol/enrol-screen.tsx';
import type { ServerChoice } from '../screens/enrol/server-form.tsx';
import { createApprover } from '../session/approver.ts';
import { openSheetStore } from '../session/sheet-store.ts';
import { openBasketStore } from '../session/basket-store.ts';
import { createSessionStore } from '../session/session-store.ts';
import { createEnrolment, type Enrolment } from '../sync/enrolment.ts';
import type { TransportProblem } from '../sync/transport.ts';
import { TillProvider, type TillSession } from '../session/till-context.ts';
import { ErrorState } from '../ui/feedback/error-state.tsx';
import { openStores, ownTill, type Stores } from './open-stores.ts';
import { serverChoice } from './server-choice.ts';
import { serverUrl } from './server-url.ts';
import { startTill } from './start-till.ts';
import { TillApp } from './till-app.tsx';

type Phase =
  | { readonly name: 'opening' }
  | { readonly name: 'elsewhere' }
  | {
      readonly name: 'enrolling';
      readonly stores: Stores;
      readonly enrolment: Enrolment;
      readonly offered: readonly DemoTill[];
      /** Why the demo gave no till; null outside the demo, or when its first is taken. */
      readonly problem: TransportProblem | null;
      readonly server: ServerChoice | null;
    }
  | { readonly name: 'ready'; readonly till: TillSession }
  | { readonly name: 'failed' };

const enrolmentOf = ({ ledger, keys }: Stores): Enrolment =>
  createEnrolment({
    serverUrl: serverUrl(),
    ledger,
    publicKey: () => exportPublicKey(keys),
  });

/** Everything an enrolled till needs, from this machine's disk alone. */
const start = async (stores: Stores): Promise<Phase | null> => {
  const till = await startTill(stores, serverUrl());
  if (!till) return null;
  const basket = await openBasketStore(till.store);
  const sheets = await openSheetStore(till.store);
  const card = createConfirmedCardDriver();
  const approver = createApprover();
  return {
    name: 'ready',
    till: {
      ...till,
      basket,
      sheets,
      card,
      approver,
      shell: openShell(),
      session: createSessionStore(),
      connectAgain: enrolmentOf(stores).again,
    },
  };
};

/** In the demo the first browser becomes a till by itself; any other is offered those that are free (rule T5). */
const enrolFirst = async (stores: Stores): Promise<Phase> => {
  const enrolment = enrolmentOf(stores);
  const server = await serverChoice();
  const enrolling = { name: 'enrolling', stores, enrolment, server } as const;
  if (server?.address === '') return { ...enrolling, offered: [], problem: null };
  const reply = await enrolment.byDemo(null);
  const started = await start(stores);
  if (started) return started;
  const offered = reply.ok ? reply.value.free : [];
  const problem = reply.ok ? null : demoProblem(reply.problem);
  return { ...enrolling, offered, problem };
};

/** From an empty page to a till at work. */
export const Root = () => {
  const [phase, setPhase] = useState<Phase>({ name: 'opening' });

  useEffect(() => {
    const open = async (): Promise<void> => {
      await ownTill(() => setPhase({ name: 'elsewhere' }));
      const stores = await openStores();
      setPhase((await start(stores)) ?? (await enrolFirst(stores)));
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
      const { stores, enrolment, offered, problem, server } = phase;
      const enrolled = async (): Promise<void> => setPhase((await start(stores)) ?? phase);
      return (
        <EnrolScreen
          {...enrolment}
          offered={offered}
          refused={problem}
          server={server}
          onEnrolled={enrolled}
        />
      );
    }
    case 'ready':
      return (
        <TillDataProvider value={phase.till}>
          <TillProvider value={phase.till}>
            <TillApp />
          </TillProvider>
        </TillDataProvider>
      );
    case 'failed':
      return <FailedToOpen />;
  }
};

const FailedToOpen = () => {
  const { t } = useTranslation();
  return <ErrorState cause={t('problems.storage_failed')} onRetry={() => location.reload()} />;
};
