import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Result } from '#shared/kernel/result.ts';
import type { ErrorCode } from '#shared/protocol/errors.ts';
import type { MachineDesk } from '../host/machine-desk.ts';
import type { PaymentDriver } from '../host/payment-driver.ts';
import type { Shell } from '../host/shell.ts';
import type { TillData } from '../queries/till-data.ts';
import type { Approver } from './approver.ts';
import type { FiscalDesk } from './fiscal-desk.ts';
import type { BasketState, BasketStore } from './basket-store.ts';
import type { SheetStore } from './sheet-store.ts';
import type { MirrorFollower } from '../store/mirror/follow-journal.ts';
import type { SessionStore, SessionState } from './session-store.ts';
import type { UnprintedState, UnprintedStore } from './unprinted.ts';

type NotConnected =
  | { readonly type: 'no_network' | 'server_silent' }
  | { readonly type: 'refused'; readonly code: ErrorCode };

/** Everything a screen of an enrolled till works with. */
export type TillSession = TillData & {
  readonly basket: BasketStore;
  readonly sheets: SheetStore;
  readonly session: SessionStore;
  readonly unprinted: UnprintedStore;
  readonly driver: PaymentDriver;
  /** What the driver shows the cashier. */
  readonly machineDesk: MachineDesk;
  readonly fiscalDesk: FiscalDesk;
  readonly approver: Approver;
  /** How the mirror follows; null = this shell keeps none. */
  readonly mirror: MirrorFollower | null;
  readonly shell: Shell;
  /** Lets a till in that its server forgot, by a code of head office; what asks the server hears of it with a fresh page. */
  readonly connectAgain: (code: string) => Promise<Result<null, NotConnected>>;
};

const TillContext = createContext<TillSession | null>(null);

export const TillProvider = TillContext.Provider;

export const useTill = (): TillSession => {
  const till = useContext(TillContext);
  if (!till) throw new Error('no till around this component');
  return till;
};

export const useBasket = <Part>(select: (state: BasketState) => Part): Part =>
  useStore(useTill().basket, select);

export const useSession = <Part>(select: (state: SessionState) => Part): Part =>
  useStore(useTill().session, select);

export const useUnprinted = <Part>(select: (state: UnprintedState) => Part): Part =>
  useStore(useTill().unprinted, select);
