import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { checkPin, type PinProblem } from '../commands/check-pin.ts';
import { useReferences } from '../queries/use-references.ts';
import { useNow } from '../session/use-now.ts';
import { useSession, useTill } from '../session/till-context.ts';
import { Button } from '../ui/button/button.tsx';
import { Dialog } from '../ui/dialog/dialog.tsx';
import { PinPad } from '../ui/entry/pin-pad.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import { useFormat } from '../ui/language/use-format.ts';

/** Policy leaves it to a manager: another person than who acts approves by PIN, in place (rule R6). */
export const ApprovalQuestion = () => {
  const { t } = useTranslation();
  const { approver } = useTill();
  const question = useSyncExternalStore(approver.onQuestion, approver.question);
  const { staff, settings } = useReferences();
  const actor = useSession((state) => state.signedIn?.staff.id);
  const [chosen, setChosen] = useState<StaffMember | null>(null);
  if (!question) return null;
  const managers = staff.filter(
    ({ id, role, storeIds }) =>
      role === 'manager' && id !== actor && (!settings || storeIds.includes(settings.storeId)),
  );
  const [first, ...others] = managers;
  const manager = chosen ?? (others.length === 0 ? first : undefined);
  const end = (managerId: string | null): void => {
    setChosen(null);
    question.answer(managerId);
  };
  return (
    <Dialog title={t('approval.title')} onClose={() => end(null)} width={440}>
      <div style={{ display: 'grid', gap: 'var(--sp-3)' }}>
        {manager ? (
          <ManagerPin manager={manager} onApproved={() => end(manager.id)} />
        ) : (
          managers.map((person) => (
            <Button key={person.id} size="large" isWide onClick={() => setChosen(person)}>
              {person.name}
            </Button>
          ))
        )}
        {first ? null : <Notice tone="warn">{t('approval.nobody')}</Notice>}
      </div>
    </Dialog>
  );
};

type ManagerPinProps = { readonly manager: StaffMember; readonly onApproved: () => void };

const ManagerPin = ({ manager, onApproved }: ManagerPinProps) => {
  const { t } = useTranslation();
  const { duration } = useFormat();
  const { store } = useTill();
  const now = useNow(1000);
  const [pin, setPin] = useState('');
  const [isChecking, setChecking] = useState(false);
  const [problem, setProblem] = useState<PinProblem | null>(null);
  const lockedFor =
    problem?.type === 'pin_locked'
      ? Math.ceil((Date.parse(problem.until) - Date.parse(now)) / 1000)
      : 0;
  const words = (): string | undefined => {
    if (lockedFor > 0) return t('signIn.lockedOut', { duration: duration(lockedFor) });
    return problem?.type === 'pin_wrong'
      ? t('signIn.wrongPin', { count: problem.triesLeft })
      : undefined;
  };
  const submit = async (entered: string): Promise<void> => {
    setChecking(true);
    const checked = await checkPin(store, manager, entered);
    setChecking(false);
    setPin('');
    setProblem(checked.ok ? null : checked.problem);
    if (checked.ok) onApproved();
  };
  return (
    <>
      <p style={{ margin: 0 }}>{t('approval.hint', { name: manager.name })}</p>
      <PinPad
        pin={pin}
        onChange={setPin}
        onSubmit={(entered) => void submit(entered).catch(reportError)}
        submitLabel={t('approval.approve')}
        problem={words()}
        disabled={isChecking || lockedFor > 0}
      />
    </>
  );
};
