import { TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import type { Notes } from '#renderer/session/open-basket.ts';
import classes from './sheet.module.css';

type LineFormProps = {
  readonly notes: Notes;
  readonly onMove: (by: 1 | -1) => void;
  readonly onSave: (notes: Notes) => void;
};

const LONGEST = 200;

const LineForm = ({ notes, onMove, onSave }: LineFormProps) => {
  const { t } = useTranslation();
  const [line, setLine] = useState(notes.line);
  const [sale, setSale] = useState(notes.sale);
  const run = (): void => onSave({ line, sale });
  useKeys([
    { key: 'Ctrl+↑', label: t('line.moveUp'), run: () => onMove(-1) },
    { key: 'Ctrl+↓', label: t('line.moveDown'), run: () => onMove(1) },
    { key: 'Enter', label: t('line.save'), run },
    { key: 'F8', label: t('line.save'), run },
  ]);
  return (
    <div className={classes['parts']}>
      <TextInput
        size="lg"
        data-autofocus
        label={t('line.note')}
        description={t('line.noteHint')}
        maxLength={LONGEST}
        autoComplete="off"
        value={line}
        onChange={({ currentTarget }) => setLine(currentTarget.value)}
      />
      <TextInput
        size="lg"
        label={t('line.saleNote')}
        maxLength={LONGEST}
        autoComplete="off"
        value={sale}
        onChange={({ currentTarget }) => setSale(currentTarget.value)}
      />
      <div className={classes['acts']}>
        <Button icon={<IconArrowUp size={20} />} keyName="Ctrl+↑" onClick={() => onMove(-1)}>
          {t('line.moveUp')}
        </Button>
        <Button icon={<IconArrowDown size={20} />} keyName="Ctrl+↓" onClick={() => onMove(1)}>
          {t('line.moveDown')}
        </Button>
      </div>
      <Button tone="primary" size="large" isWide keyName="F8" onClick={run}>
        {t('line.save')}
      </Button>
    </div>
  );
};

type LineDialogProps = LineFormProps & { readonly name: string; readonly onClose: () => void };

/** What is written down with a line and with the sale, and the line's place in the basket. */
export const LineDialog = ({ name, onClose, ...form }: LineDialogProps) => (
  <Dialog title={name} onClose={onClose} width={520} isForTyping>
    <LineForm {...form} />
  </Dialog>
);
