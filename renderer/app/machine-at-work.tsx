import { IconFlask, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MachineAtWork as AtWork } from '../host/machine-desk.ts';
import { SIMULATED_OUTCOMES } from '../host/simulated-machine.ts';
import { Button } from '../ui/button/button.tsx';
import { Notice } from '../ui/feedback/notice.tsx';

/** A machine with a wire is waited for; of a simulated one is chosen here what it does. */
export const MachineAtWork = ({ machine }: { readonly machine: AtWork }) => {
  const { t } = useTranslation();
  const [isGivenUp, setGivenUp] = useState(false);
  const { act, tender, giveUp, choose } = machine;
  const waits = tender === 'qr' && act === 'payment' ? 'card.qrWaiting' : 'card.waiting';
  return (
    <>
      <output style={{ color: 'var(--text-2)' }}>{t(isGivenUp ? 'card.givingUp' : waits)}</output>
      {choose === null ? null : (
        <Notice tone="info" icon={<IconFlask size={26} />} title={t('card.simulated')}>
          <span style={{ display: 'grid', gap: 'var(--sp-2)', marginTop: 'var(--sp-2)' }}>
            {SIMULATED_OUTCOMES.map((outcome) => (
              <Button key={outcome} isWide onClick={() => choose(outcome)}>
                {t(`simulated.${outcome}`)}
              </Button>
            ))}
          </span>
        </Notice>
      )}
      {giveUp === null ? null : (
        <Button
          size="large"
          isWide
          icon={<IconX size={24} />}
          isBusy={isGivenUp}
          onClick={() => {
            setGivenUp(true);
            giveUp();
          }}
        >
          {t('card.giveUp')}
        </Button>
      )}
    </>
  );
};
