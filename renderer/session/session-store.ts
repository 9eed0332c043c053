import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Actor } from '../store/journal.ts';

/** Who stands at the till, until the till is locked. */
export type SignedIn = {
  readonly staff: StaffMember;
  readonly shift: { readonly shiftId: string; readonly number: number };
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

/** As operations name the person who acts. */
export const actorOf = ({ staff, shift }: SignedIn): Actor => ({
  staffId: staff.id,
  shiftId: shift.shiftId,
  approvedBy: null,
});
