import { TextInput } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { Notice } from '../feedback/notice.tsx';
import { leaveButton } from './leave-button.ts';
import classes from './print-tools.module.css';

/** What became of a letter; null = it could not be said. */
type Outcome = 'sent' | 'address_refused' | 'mail_failed' | 'awaited' | 'too_often' | null;

type MailReceiptProps = {
  /** null = it cannot be sent, and is not offered. */
  readonly onMail: ((address: string) => Promise<Outcome>) | null;
  /** The customer's address; '' = none is known. */
  readonly known: string;
};

/** A receipt by e-mail, to an address that is used for this and forgotten. */
export const MailReceipt = ({ onMail, known }: MailReceiptProps) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (onMail === null && !isOpen) return null;
  return (
    <>
      <Button
        icon={<IconMail size={20} />}
        disabled={onMail === null}
        onClick={({ currentTarget }) => {
          leaveButton(currentTarget);
          setOpen(true);
        }}
      >
        {t('receiptLink.byMail')}
      </Button>
      {isOpen ? (
        <Dialog
          title={t('receiptLink.mailTitle')}
          onClose={() => setOpen(false)}
          width={480}
          isForTyping
        >
          <MailForm onMail={onMail} known={known} />
        </Dialog>
      ) : null}
    </>
  );
};

const MailForm = ({ onMail, known }: MailReceiptProps) => {
  const { t } = useTranslation();
  const [address, setAddress] = useState(known);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<{ readonly outcome: Outcome } | null>(null);
  const send = async (): Promise<void> => {
    if (onMail === null || isBusy) return;
    setBusy(true);
    setTold(null);
    try {
      setTold({ outcome: await onMail(address.trim()) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={classes['tools']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextInput
        data-autofocus
        label={t('receiptLink.address')}
        description={t('receiptLink.addressHint')}
        type="email"
        inputMode="email"
        autoComplete="off"
        size="md"
        required
        maxLength={254}
        value={address}
        onChange={({ currentTarget }) => {
          setAddress(currentTarget.value);
          setTold(null);
        }}
      />
      <output aria-live="polite">
        {told === null ? null : (
          <Notice tone={told.outcome === 'sent' ? 'ok' : 'warn'}>
            {t(`receiptLink.outcome.${told.outcome ?? 'unanswered'}`)}
          </Notice>
        )}
        {onMail === null ? <Notice tone="warn">{t('receiptLink.noMailNow')}</Notice> : null}
      </output>
      <Button
        type="submit"
        tone="primary"
        isWide
        isBusy={isBusy}
        disabled={onMail === null || address.trim() === '' || told?.outcome === 'sent'}
      >
        {t('receiptLink.send')}
      </Button>
    </form>
  );
};
