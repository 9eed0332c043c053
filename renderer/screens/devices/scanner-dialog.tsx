import { TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import type { ScanVerdict } from '#renderer/ui/scanner/judge-scan.ts';
import { setScannerPace } from '#renderer/ui/scanner/scanner-pace.ts';
import classes from './devices.module.css';
import { useScanTrial } from './use-scan-trial.ts';

type ScannerDialogProps = { readonly onClose: () => void };

/** Tries the scanner: whether its codes are told from typing, and what is to be done where they are not. */
export const ScannerDialog = ({ onClose }: ScannerDialogProps) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('scanner.try')} onClose={onClose} width={520}>
      <Trial />
    </Dialog>
  );
};

const Trial = () => {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isUsedTo, setUsedTo] = useState(false);
  const { code, verdict, onKeyDown } = useScanTrial(() => {
    setText('');
    setUsedTo(false);
  });
  useEffect(() => {
    // After the dialog, which takes the focus when it opens.
    const opened = setTimeout(() => field.current?.focus(), 0);
    return () => clearTimeout(opened);
  }, []);
  const slow = verdict?.type === 'slow' && !isUsedTo ? verdict : null;
  const getUsedTo = (): void => {
    if (!slow) return;
    setScannerPace(slow.pace);
    setUsedTo(true);
  };
  useKeys([{ key: 'F8', label: t('scanner.getUsedTo'), disabled: slow === null, run: getUsedTo }]);
  return (
    <div className={classes['group']}>
      <TextInput
        size="md"
        ref={field}
        label={t('scanner.field')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div aria-live="polite">
        {isUsedTo ? (
          <Notice tone="ok" icon={<IconCheck size={20} />} title={t('scanner.usedTo')}>
            {t('scanner.usedToHint')}
          </Notice>
        ) : verdict === null ? null : (
          <Verdict verdict={verdict} code={code} />
        )}
      </div>
      {slow === null ? null : (
        <Button tone="primary" isWide keyName="F8" onClick={getUsedTo}>
          {t('scanner.getUsedTo')}
        </Button>
      )}
    </div>
  );
};

type VerdictProps = { readonly verdict: ScanVerdict; readonly code: string };

const Verdict = ({ verdict, code }: VerdictProps) => {
  const { t } = useTranslation();
  const { type } = verdict;
  const gap = 'gap' in verdict ? String(verdict.gap) : '';
  return (
    <Notice
      tone={type === 'good' ? 'ok' : 'warn'}
      icon={type === 'good' ? <IconCheck size={20} /> : <IconAlertTriangle size={20} />}
      title={t(`scanner.verdict.${type}`)}
    >
      {t(`scanner.advice.${type}`, { code, gap })}
    </Notice>
  );
};
