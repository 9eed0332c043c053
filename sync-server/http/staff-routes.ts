import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { IdSchema } from '#shared/kernel/ids.ts';
import { Exact } from '#shared/kernel/schema.ts';
import { NewStaff, StaffChange, StaffReply, StaffRow } from '#shared/protocol/administration.ts';
import { noteChange } from '../chain/change-log.ts';
import { changeStaff, createStaff } from '../chain/save-staff.ts';
import { noteLeavings } from '../chain/staff-leavings.ts';
import { staffOf, storesOf } from '../projections/references.ts';
import { userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

/** Without the PIN's hash: tills need it, nobody else does. */
const rowOf = ({ id, name, role, storeIds, active, badge }: StaffMember): StaffRow => ({
  id,
  name,
  role,
  storeIds,
  active,
  hasBadge: badge !== undefined,
});

/** Who signs in at tills: made, changed and shut out by head office. */
export const staffRoutes =
  ({ db, store, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    /** Place of the first store that is none; undefined = all are. */
    const unknownStore = async (storeIds: readonly string[]): Promise<string | undefined> => {
      const known = new Set((await storesOf(db)).map(({ storeId }) => storeId));
      const index = storeIds.findIndex((storeId) => !known.has(storeId));
      return index < 0 ? undefined : `/storeIds/${index}`;
    };

    app.get(
      '/api/v1/dashboard/staff',
      {
        config: { audience: 'administrator' },
        schema: { tags: ['dashboard'], response: { 200: StaffReply, ...errorReplies(401, 403) } },
      },
      async () => ({ staff: (await staffOf(db)).map(rowOf) }),
    );

    app.post(
      '/api/v1/dashboard/staff',
      {
        config: { audience: 'administrator' },
        schema: {
          tags: ['dashboard'],
          body: NewStaff,
          response: { 201: StaffRow, ...errorReplies(400, 401, 403, 422) },
        },
      },
      async (request, reply) => {
        const unknown = await unknownStore(request.body.storeIds);
        if (unknown !== undefined) return refuse(reply, 'unknown_store', unknown);
        const change = { kind: 'staff_created', subject: request.body.name } as const;
        await noteChange(db, userOf(request), change, now());
        reply.status(201);
        return rowOf(await createStaff(store, request.body));
      },
    );

    app.put(
      '/api/v1/dashboard/staff/:id',
      {
        config: { audience: 'administrator' },
        schema: {
          tags: ['dashboard'],
          params: Exact({ id: IdSchema }),
          body: StaffChange,
          response: { 200: StaffRow, ...errorReplies(400, 401, 403, 404, 422) },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const { name: subject, pin, badge = null, storeIds } = request.body;
        const unknown = await unknownStore(storeIds);
        if (unknown !== undefined) return refuse(reply, 'unknown_store', unknown);
        const who = userOf(request);
        await noteChange(db, who, { kind: 'staff_changed', subject }, now());
        if (pin !== null) await noteChange(db, who, { kind: 'pin_set', subject }, now());
        if (badge !== null) await noteChange(db, who, { kind: 'badge_set', subject }, now());
        const before = (await staffOf(db)).find((person) => person.id === id);
        if (before) await noteLeavings(db, before, request.body, now());
        const changed = await changeStaff(store, id, request.body);
        return changed.ok ? rowOf(changed.value) : refuse(reply, changed.problem.type, '/id');
      },
    );
  };
