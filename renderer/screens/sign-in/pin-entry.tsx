import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { useSignIn } from '#renderer/session/use-sign-in.ts';
import { useNow } from '#renderer/session/use-now.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { PinPad } from '#renderer/ui/entry/pin-pad.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';

type PinEntryProps = {
  readonly staff: StaffMember;
  /** Whose badge is scanned signs in, whoever was chosen. */
  readonly onBadge: (code: string) => Promise<boolean>;
  readonly onOther: () => void;
};

export const PinEntry = ({ staff, onBadge, onOther }: PinEntryProps) => {
  const { t } = useTranslation();
  const { duration } = useFormat();
  const { enter, problem, isChecking } = useSignIn(staff);
  const [pin, setPin] = useState('');
  const now = useNow(1000);

  const lockedFor =
    problem?.type === 'pin_locked'
      ? Math.ceil((Date.parse(problem.until) - Date.parse(now)) / 1000)
      : 0;
  const words = (): string | undefined => {
    if (lockedFor > 0) return t('signIn.lockedOut', { duration: duration(lockedFor) });
    if (problem?.type === 'pin_wrong') return t('signIn.wrongPin', { count: problem.triesLeft });
    return problem?.type === 'failed' ? t('problems.unexpected') : undefined;
  };
  const submit = async (entered: string): Promise<void> => {
    await enter(entered);
    setPin('');
  };
  return (
    <>
      <PinPad
        pin={pin}
        onChange={setPin}
        onScan={onBadge}
        onSubmit={(entered) => void submit(entered)}
        problem={words()}
        disabled={isChecking || lockedFor > 0}
        submitLabel={t('signIn.title')}
      />
      <Button tone="quiet" isWide onClick={onOther}>
        {t('signIn.otherPerson')}
      </Button>
    </>
  );
};
