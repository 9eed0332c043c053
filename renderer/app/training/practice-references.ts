import type { Policy } from '#shared/domain/settings/policy.ts';
import { DEFAULT_ROLES } from '#shared/domain/staff/rights.ts';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { type Reference, referenceId } from '#shared/protocol/documents.ts';
import type { References } from '#renderer/store/references.ts';

/** What training has of the shop: how it sells, and nobody's name, basket, goods on the way or code. */
const COPIED: readonly Reference['type'][] = [
  'category',
  'promotion',
  'priceList',
  'store',
  'catalogVersion',
  'quickKeys',
];

/** So small that the exercise of a discount needs a manager in every shop; basis points. */
const DISCOUNT_LIMIT = 1000;

/** The shop's own, as far as every exercise can be done by it. */
const practicePolicy = (policy: Policy): Policy => ({
  ...policy,
  roles: DEFAULT_ROLES,
  offline: {
    ...policy.offline,
    refundTenders: [...new Set([...policy.offline.refundTenders, 'cash' as const])],
  },
});

/** Documents by id, as they lie in the stream of references. */
export const practiceReferences = (
  known: readonly Reference[],
  { settings, policy }: Pick<References, 'settings' | 'policy'>,
  people: readonly StaffMember[],
): ReadonlyMap<string, Reference> => {
  const storeId = settings?.storeId ?? '';
  const made: Reference[] = [
    ...(settings
      ? [
          {
            type: 'settings' as const,
            value: { ...settings, discountLimit: DISCOUNT_LIMIT },
          },
        ]
      : []),
    { type: 'policy', value: { storeId, policy: practicePolicy(policy) } },
    ...people.map((value) => ({ type: 'staff' as const, value })),
  ];
  const copied = known.filter(({ type }) => COPIED.includes(type));
  return new Map(
    [...copied, ...made].map((reference, place) => [
      referenceId(reference.type, String(place)),
      reference,
    ]),
  );
};
