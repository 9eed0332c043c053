import { Type, type Static } from 'typebox';
import { TimeSchema } from '../kernel/ids.ts';
import { Exact, Nullable } from '../kernel/schema.ts';

/** Who gets a version when: `early` tills have it first, the others once it has proven itself there. */
export const UpdateChannel = Type.Enum(['stable', 'early']);
export type UpdateChannel = Static<typeof UpdateChannel>;

/** How the installed app stands to its next version. */
export const UpdateState = Exact({
  /**
   * `none`: this is the newest. `fetching`: it looks, or a newer one is on its way here. `ready`: one lies here, whole and checked.
   * `failed`: nobody answered, or what came is not what was announced; it is tried again.
   */
  stage: Type.Enum(['none', 'fetching', 'ready', 'failed']),
  /** Of the one that is ready. */
  version: Nullable(Type.String()),
  /** When the feed was asked last. */
  lookedAt: Nullable(TimeSchema),
  channel: UpdateChannel,
  /** Whether it is installed with nobody there: Windows asks a person's leave. */
  isUnattended: Type.Boolean(),
});
export type UpdateState = Static<typeof UpdateState>;
