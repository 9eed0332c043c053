import type { StaffMember } from '#shared/domain/staff/schema.ts';

/** What the practice manager's leave is given with; no secret: it opens nothing outside training. */
export const PRACTICE_PIN = '0000';

/**
 * Who is at the till in training: the trainee, who does a cashier's work whatever their role, and a manager who exists
 * there alone. The PINs of others are not there to be tried.
 */
export const practicePeople = (
  trainee: StaffMember,
  storeId: string,
  managerName: string,
): readonly StaffMember[] => [
  { ...trainee, role: 'cashier' },
  {
    id: 'practice-manager',
    name: managerName,
    role: 'manager',
    storeIds: [storeId],
    pin: {
      salt: 'cHJhY3RpY2UtbWFuYWdlcg',
      iterations: 1000,
      hash: 'NP85jE-3_q-997Rj0VCyDFLaPaLRRZhYp-f-Ce1PjyI',
    },
    active: true,
  },
];
