import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kiosk, KioskProblem } from '../session/use-kiosk.ts';
import { Dialog } from '../ui/dialog/dialog.tsx';
import { PinPad } from '../ui/entry/pin-pad.tsx';
import { useFormat } from '../ui/language/use-format.ts';

type KioskDialogProps = {
  readonly kiosk: Kiosk;
  readonly onClose: () => void;
};

/** Into full screen with a PIN that is chosen twice, or out of it with that PIN. */
export const KioskDialog = ({ kiosk, onClose }: KioskDialogProps) => {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t(kiosk.isOn === true ? 'kiosk.leave' : 'kiosk.enter')}
      onClose={onClose}
      width={440}
    >
      {kiosk.isOn === true ? (
        <LeaveKiosk leave={kiosk.leave} onLeft={onClose} />
      ) : (
        <EnterKiosk enter={kiosk.enter} onEntered={onClose} />
      )}
    </Dialog>
  );
};

type EnterKioskProps = {
  readonly enter: Kiosk['enter'];
  readonly onEntered: () => void;
};

const EnterKiosk = ({ enter, onEntered }: EnterKioskProps) => {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [isDifferent, setDifferent] = useState(false);
  const submit = async (entered: string): Promise<void> => {
    setPin('');
    setDifferent(chosen !== null && chosen !== entered);
    if (chosen !== entered) return setChosen(chosen === null ? entered : null);
    await enter(entered);
    onEntered();
  };
  return (
    <div style={{ display: 'grid', gap: 'var(--sp-3)' }}>
      <p style={{ margin: 0 }}>{t(chosen === null ? 'kiosk.choosePin' : 'kiosk.repeatPin')}</p>
      <PinPad
        pin={pin}
        onChange={setPin}
        onSubmit={(entered) => void submit(entered).catch(reportError)}
        submitLabel={t('kiosk.next')}
        problem={isDifferent ? t('kiosk.differ') : undefined}
      />
    </div>
  );
};

type LeaveKioskProps = {
  readonly leave: Kiosk['leave'];
  readonly onLeft: () => void;
};

const LeaveKiosk = ({ leave, onLeft }: LeaveKioskProps) => {
  const { t } = useTranslation();
  const { duration } = useFormat();
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<KioskProblem | null>(null);
  const words = (): string | undefined => {
    if (problem === null) return undefined;
    return problem.type === 'pin_wrong'
      ? t('signIn.wrongPin', { count: problem.triesLeft })
      : t('signIn.lockedOut', { duration: duration(problem.seconds) });
  };
  const submit = async (entered: string): Promise<void> => {
    setPin('');
    const refused = await leave(entered);
    setProblem(refused);
    if (refused === null) onLeft();
  };
  return (
    <div style={{ display: 'grid', gap: 'var(--sp-3)' }}>
      <p style={{ margin: 0 }}>{t('kiosk.sayPin')}</p>
      <PinPad
        pin={pin}
        onChange={setPin}
        onSubmit={(entered) => void submit(entered).catch(reportError)}
        submitLabel={t('kiosk.leave')}
        problem={words()}
      />
    </div>
  );
};
