import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Actor } from '../store/journal.ts';
import type { OpenShift } from '../store/shifts.ts';

/** Who stands at the till, until the till is locked. */
export type SignedIn = {
  readonly staff: StaffMember;
};

export type SessionState = {
  readonly signedIn: SignedIn | null;
  readonly signIn: (signedIn: SignedIn) => void;
  readonly lock: () => void;
};

export type SessionStore = StoreApi<SessionState>;

export const createSessionStore = (): SessionStore =>
  createStore<SessionState>((set) => ({
    signedIn: null,
    signIn: (signedIn) => set({ signedIn }),
    lock: () => set({ signedIn: null }),
  }));

/** As operations name the person who acts, and in which shift. */
export const actorOf = ({ staff }: SignedIn, shift: Pick<OpenShift, 'shiftId'> | null): Actor => ({
  staffId: staff.id,
  shiftId: shift?.shiftId ?? null,
  approvedBy: null,
});
