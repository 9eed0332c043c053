import { mayBy } from '../commands/may.ts';
import { useReferences } from '../queries/use-references.ts';
import type { Actor } from '../store/journal.ts';
import { approvedBy } from './approver.ts';
import { actorOf } from './session-store.ts';
import { useSession, useTill } from './till-context.ts';
import { useAuthorityAge } from './use-authority-age.ts';

/**
 * Goods leave a basket at once where whoever acts may, by what the till knows now, and else when somebody who may approves
 * (rule R6); without that they stay. Gives who does it, with whose leave.
 */
export const useVoidLeave = (): ((run: (actor: Actor) => void) => void) => {
  const { approver, store } = useTill();
  const references = useReferences();
  const isOld = useAuthorityAge();
  const signedIn = useSession((state) => state.signedIn);
  return (run) => {
    if (!signedIn) return;
    const actor = actorOf(signedIn, store.view.shift());
    if (mayBy(references, 'void', { staffId: actor.staffId, approvedBy: null, isOld })) {
      run(actor);
      return;
    }
    void approver.ask().then((managerId) => {
      if (managerId !== null) run(approvedBy(actor, managerId));
    });
  };
};
