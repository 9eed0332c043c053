import { FileInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#shared/kernel/result.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { PassphraseField } from './passphrase-field.tsx';

type BringProblem = 'file_foreign' | 'file_locked' | 'till_differs' | 'not_saved';

/** Takes a till from its file; when it worked this page begins anew. */
export type BringTill = (
  file: Blob,
  passphrase: string,
) => Promise<Result<null, { readonly type: BringProblem }>>;

type BringTillDialogProps = { readonly onBring: BringTill; readonly onClose: () => void };

/** A till that was stopped on another computer, from its file. */
export const BringTillDialog = ({ onBring, onClose }: BringTillDialogProps) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('move.bring')} isForTyping width={520} onClose={onClose}>
      <Form onBring={onBring} />
    </Dialog>
  );
};

const Form = ({ onBring }: Pick<BringTillDialogProps, 'onBring'>) => {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<BringProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isReady = file !== null && passphrase !== '' && !isBusy;
  const bring = async (): Promise<void> => {
    if (file === null) return;
    setBusy(true);
    setProblem(null);
    const brought = await onBring(file, passphrase);
    if (brought.ok) return;
    setProblem(brought.problem.type);
    setBusy(false);
  };
  const press = (): void => void bring().catch(reportError);
  useKeys([{ key: 'F8', label: t('move.bringIt'), disabled: !isReady, run: press }]);
  return (
    <div style={{ display: 'grid', gap: 'var(--sp-4)' }}>
      <p style={{ margin: 0, color: 'var(--text-2)' }}>{t('move.bringExplain')}</p>
      <FileInput
        size="lg"
        accept=".omnitill"
        label={t('move.file')}
        placeholder={t('move.choose')}
        value={file}
        onChange={setFile}
      />
      <PassphraseField isNew={false} value={passphrase} onChange={setPassphrase} />
      <div aria-live="polite">
        {problem === null ? null : <Notice tone="danger">{t(`move.problem.${problem}`)}</Notice>}
      </div>
      <Button
        tone="primary"
        size="large"
        isWide
        keyName="F8"
        isBusy={isBusy}
        disabled={!isReady}
        onClick={press}
      >
        {t('move.bringIt')}
      </Button>
    </div>
  );
};
