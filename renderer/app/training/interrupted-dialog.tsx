import { IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';

type InterruptedDialogProps = { readonly onClose: () => void };

/** After a reload or a crash in training: nobody is to take the till at work for the other. */
export const InterruptedDialog = ({ onClose }: InterruptedDialogProps) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('training.interrupted')} onClose={onClose}>
      <Content onClose={onClose} />
    </Dialog>
  );
};

const Content = ({ onClose }: InterruptedDialogProps) => {
  const { t } = useTranslation();
  useKeys([{ key: 'Enter', label: t('common.ok'), run: onClose }]);
  return (
    <div style={{ display: 'grid', gap: 'var(--sp-4)' }}>
      <Notice tone="warn" icon={<IconSchool size={26} />}>
        {t('training.interruptedHint')}
      </Notice>
      <Button tone="primary" size="large" isWide keyName="Enter" onClick={onClose}>
        {t('common.ok')}
      </Button>
    </div>
  );
};
