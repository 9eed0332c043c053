import { Title } from '@mantine/core';
import { IconArrowRight, IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { CenteredPage } from '#renderer/ui/shell/centered-page.tsx';
import { PassphraseField, SHORTEST_PASSPHRASE } from './passphrase-field.tsx';

type MovedTillProps = {
  readonly tillId: string;
  /** Resolves with whether the file was made. */
  readonly onSave: (passphrase: string) => Promise<boolean>;
  readonly onStay: () => Promise<void>;
};

/** The till has stopped here: its file for the other computer, or back to work after all. */
export const MovedTill = ({ tillId: till, onSave, onStay }: MovedTillProps) => {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const [step, setStep] = useState<'none' | 'busy' | 'saved' | 'failed'>('none');
  const save = async (): Promise<void> => {
    setStep('busy');
    try {
      setStep((await onSave(passphrase)) ? 'saved' : 'failed');
    } catch (error) {
      reportError(error);
      setStep('failed');
    }
  };
  const stay = async (): Promise<void> => {
    setStep('busy');
    try {
      await onStay();
    } catch (error) {
      reportError(error);
      setStep('none');
    }
  };
  return (
    <CenteredPage>
      <Title order={1} size="h2" m={0}>
        {t('move.stopped', { till })}
      </Title>
      <p style={{ margin: 0, color: 'var(--text-2)' }}>{t('move.stoppedExplain')}</p>
      <PassphraseField isNew value={passphrase} onChange={setPassphrase} />
      <Button
        tone="primary"
        size="large"
        isWide
        isBusy={step === 'busy'}
        disabled={passphrase.length < SHORTEST_PASSPHRASE}
        icon={<IconFileExport size={22} />}
        onClick={() => void save()}
      >
        {t('move.save')}
      </Button>
      <div aria-live="polite">
        {step === 'saved' ? (
          <Notice tone="ok" title={t('move.saved')}>
            {t('move.savedHint')}
          </Notice>
        ) : null}
        {step === 'failed' ? <Notice tone="danger">{t('move.notSaved')}</Notice> : null}
      </div>
      <Button
        size="large"
        isWide
        disabled={step === 'busy'}
        icon={<IconArrowRight size={22} />}
        onClick={() => void stay()}
      >
        {t('move.stay')}
      </Button>
    </CenteredPage>
  );
};
