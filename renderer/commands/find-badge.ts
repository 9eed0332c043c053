import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { verifyPin } from '../host/verify-pin.ts';
import type { TillStore } from '../store/till-store.ts';
import { noteRefusal } from './note-refusal.ts';

/** Shorter codes are no badges. */
const SHORTEST = 6;

/** Wrong badges in a row that go on record; nothing is locked for them, as a badge is too long to guess (rule T4). */
const TRIES = 5;

const TRIES_KEY = 'badge-tries';

type Scanned = {
  readonly people: readonly StaffMember[];
  readonly code: string;
  /** Who is at the till meanwhile, by id; null = nobody is. */
  readonly signedIn: string | null;
};

const ownerOf = async (
  people: readonly StaffMember[],
  code: string,
): Promise<StaffMember | null> => {
  for (const person of people)
    if (person.badge && (await verifyPin(code, person.badge))) return person;
  return null;
};

/**
 * Whose badge was scanned, of these people; null = nobody's. Checked without a network, as PINs are; wrong ones are
 * counted on disk (rule J6), and every fifth in a row is on record.
 */
export const findBadge = async (
  till: TillStore,
  { people, code, signedIn }: Scanned,
): Promise<StaffMember | null> => {
  const { ledger } = till;
  // Where none of them has a badge no code could be theirs.
  if (code.length < SHORTEST || !people.some(({ badge }) => badge)) return null;
  const owner = await ownerOf(people, code);
  const before = (await ledger.readLocal<number>(TRIES_KEY)) ?? 0;
  if (owner) {
    if (before > 0) await ledger.writeLocal(TRIES_KEY, 0);
    return owner;
  }
  const tries = before + 1;
  const isLast = tries >= TRIES;
  await ledger.writeLocal(TRIES_KEY, isLast ? 0 : tries);
  if (isLast) await noteRefusal(till, { kind: 'badge', whose: null, signedIn });
  return null;
};
