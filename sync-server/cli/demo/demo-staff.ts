import { createHash, pbkdf2Sync } from 'node:crypto';
import { PIN_ITERATIONS } from '#server/chain/hash-pin.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import type { PinHash, StaffMember } from '#shared/domain/staff/schema.ts';

const DEMO_PINS: Readonly<Record<Role, string>> = {
  cashier: '1111',
  senior: '3333',
  manager: '2222',
};

const PEOPLE: readonly (readonly [id: string, name: string, role: Role, storeId: string])[] = [
  ['dinara', 'Динара К.', 'cashier', 'ALM1'],
  ['yerzhan', 'Ержан Т.', 'cashier', 'ALM1'],
  ['saule', 'Сәуле М.', 'manager', 'ALM1'],
  ['kamila', 'Камила Н.', 'cashier', 'ALM2'],
  ['aidos', 'Айдос Б.', 'cashier', 'ALM2'],
  ['oleh', 'Олег П.', 'manager', 'ALM2'],
  ['madina', 'Мадина Ж.', 'cashier', 'AST1'],
  ['taras', 'Тарас В.', 'cashier', 'AST1'],
  ['asel', 'Әсел Р.', 'manager', 'AST1'],
];

/** One hash for all who have that PIN: everybody knows it anyway, and the demo starts sooner. */
const hashOfPin = (role: Role): PinHash => {
  const salt = createHash('sha256').update(`demo ${role}`).digest().subarray(0, 16);
  const hash = pbkdf2Sync(DEMO_PINS[role], salt, PIN_ITERATIONS, 32, 'sha256');
  return {
    salt: salt.toString('base64url'),
    iterations: PIN_ITERATIONS,
    hash: hash.toString('base64url'),
  };
};

export const demoStaff = (): StaffMember[] => {
  const pins = {
    cashier: hashOfPin('cashier'),
    senior: hashOfPin('senior'),
    manager: hashOfPin('manager'),
  };
  return PEOPLE.map(([id, name, role, storeId]) => ({
    id,
    name,
    role,
    storeIds: [storeId],
    pin: pins[role],
    active: true,
  }));
};

/** Who works in a store, by id. */
export const peopleOf = (
  storeId: string,
): { readonly cashiers: readonly string[]; readonly manager: string } => {
  const here = PEOPLE.filter(([, , , place]) => place === storeId);
  const ids = (role: Role) => here.filter(([, , kind]) => kind === role).map(([id]) => id);
  return { cashiers: ids('cashier'), manager: ids('manager')[0] ?? '' };
};
