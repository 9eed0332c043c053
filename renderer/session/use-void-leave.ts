import { mayBy } from '../commands/may.ts';
import { useReferences } from '../queries/use-references.ts';
import { useSession, useTill } from './till-context.ts';
import { useAuthorityAge } from './use-authority-age.ts';

/**
 * Goods leave a basket at once where whoever acts may, by what the till knows now, and else when somebody who may approves
 * (rule R6); without that they stay. Gives the id of who approved, null = nobody had to.
 */
export const useVoidLeave = (): ((run: (managerId: string | null) => void) => void) => {
  const { approver } = useTill();
  const references = useReferences();
  const isOld = useAuthorityAge();
  const staffId = useSession((state) => state.signedIn?.staff.id);
  const isOwn =
    staffId !== undefined && mayBy(references, 'void', { staffId, approvedBy: null, isOld });
  return (run) => {
    if (isOwn) {
      run(null);
      return;
    }
    void approver.ask().then((managerId) => {
      if (managerId !== null) run(managerId);
    });
  };
};
