import { rolesOf } from '#shared/domain/settings/default-policy.ts';
import { useReferences } from '../queries/use-references.ts';
import { useSession, useTill } from './till-context.ts';

/**
 * Goods leave a basket at once where the role of whoever acts lets them, and else when somebody who may approves
 * (rule R6); without that they stay. Gives the id of who approved, null = nobody had to.
 */
export const useVoidLeave = (): ((run: (managerId: string | null) => void) => void) => {
  const { approver } = useTill();
  const { policy } = useReferences();
  const role = useSession((state) => state.signedIn?.staff.role);
  const isOwn = role !== undefined && rolesOf(policy)[role].rights.includes('void');
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
