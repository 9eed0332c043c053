import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { findBadge } from '../commands/find-badge.ts';
import { checkPin, type PinProblem } from '../commands/check-pin.ts';
import { useReferences } from '../queries/use-references.ts';
import { approversOf } from '../session/approvers.ts';
import { useAuthorityAge } from '../session/use-authority-age.ts';
import { useNow } from '../session/use-now.ts';
import { useSession, useTill } from '../session/till-context.ts';
import { Button } from '../ui/button/button.tsx';
import { Dialog } from '../ui/dialog/dialog.tsx';
import { PinPad } from '../ui/entry/pin-pad.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import { useScanner } from '../ui/scanner/use-scanner.ts';
import { useFormat } from '../ui/language/use-format.ts';
import classes from './approval-question.module.css';

/** Policy leaves it to a manager: another person than who acts approves by PIN or badge, in place (rule R6). */
export const ApprovalQuestion = () => {
  const { t } = useTranslation();
  const { approver, store } = useTill();
  const question = useSyncExternalStore(approver.onQuestion, approver.question);
  const references = useReferences();
  const isOld = useAuthorityAge();
  const actor = useSession((state) => state.signedIn?.staff.id ?? null);
  const [chosen, setChosen] = useState<StaffMember | null>(null);
  if (!question) return null;
  const managers = approversOf(references, { actor, isOld, covers: question.covers });
  const unfit = question.covers === null ? 'approval.nobody' : 'approval.nobodyForDiscount';
  const nobody = isOld ? 'approval.authorityOld' : unfit;
  const [first, ...others] = managers;
  const manager = chosen ?? (others.length === 0 ? first : undefined);
  const end = (managerId: string | null): void => {
    setChosen(null);
    question.answer(managerId);
  };
  const badge = async (code: string): Promise<boolean> => {
    const person = await findBadge(store, { people: managers, code, signedIn: actor });
    if (person) end(person.id);
    return person !== null;
  };
  return (
    <Dialog title={t('approval.title')} onClose={() => end(null)} width={440}>
      <div style={{ display: 'grid', gap: 'var(--sp-3)' }}>
        {manager ? (
          <ManagerPin
            manager={manager}
            actor={actor}
            onBadge={badge}
            onApproved={() => end(manager.id)}
          />
        ) : (
          <BadgeEar onBadge={badge} />
        )}
        {manager
          ? null
          : managers.map((person) => (
              <Button key={person.id} size="large" isWide onClick={() => setChosen(person)}>
                {person.name}
              </Button>
            ))}
        {first ? <p className={classes['badge']}>{t('approval.orBadge')}</p> : null}
        {first ? null : <Notice tone="warn">{t(nobody)}</Notice>}
      </div>
    </Dialog>
  );
};

type BadgeProps = { readonly onBadge: (code: string) => Promise<boolean> };

/** A badge that is scanned approves at once, before anybody is chosen. */
const BadgeEar = ({ onBadge }: BadgeProps) => {
  useScanner({ onScan: onBadge });
  return null;
};

type ManagerPinProps = BadgeProps & {
  readonly manager: StaffMember;
  /** Who asks for the approval, by id. */
  readonly actor: string | null;
  readonly onApproved: () => void;
};

const ManagerPin = ({ manager, actor, onBadge, onApproved }: ManagerPinProps) => {
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
    const checked = await checkPin(store, { staff: manager, pin: entered, signedIn: actor });
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
        onScan={onBadge}
        submitLabel={t('approval.approve')}
        problem={words()}
        disabled={isChecking || lockedFor > 0}
      />
    </>
  );
};
