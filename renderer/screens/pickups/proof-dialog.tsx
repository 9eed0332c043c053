import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shown } from '#renderer/session/use-pickup-desk.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import classes from './pickups.module.css';

type ProofDialogProps = {
  readonly shown: Shown;
  readonly onShow: (shown: Partial<Shown>) => void;
  readonly onClose: () => void;
};

/** Somebody else than the customer collects, or a document stands for the code. */
export const ProofDialog = (props: ProofDialogProps) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('pickupWork.otherPerson')} onClose={props.onClose} width={480}>
      <ProofForm {...props} />
    </Dialog>
  );
};

const LONGEST = 200;

const ProofForm = ({ shown, onShow, onClose }: ProofDialogProps) => {
  const { t } = useTranslation();
  const [collectedBy, setCollectedBy] = useState(shown.collectedBy);
  const known = shown.proof?.type === 'document' ? shown.proof.name : '';
  const [document, setDocument] = useState(known);
  const save = (): void => {
    const name = document.trim();
    onShow({
      collectedBy: collectedBy.trim(),
      ...(name === '' ? {} : { proof: { type: 'document', name } }),
    });
    onClose();
  };
  useKeys([{ key: 'F8', label: t('common.continue'), run: save }]);
  return (
    <div className={classes['form']}>
      <TextInput
        size="lg"
        label={t('pickupWork.collectedBy')}
        value={collectedBy}
        maxLength={LONGEST}
        onChange={(event) => setCollectedBy(event.currentTarget.value)}
      />
      <TextInput
        size="lg"
        label={t('pickupWork.document')}
        description={t('pickupWork.documentHint')}
        value={document}
        maxLength={LONGEST}
        onChange={(event) => setDocument(event.currentTarget.value)}
      />
      <Button tone="primary" size="large" isWide keyName="F8" onClick={save}>
        {t('common.continue')}
      </Button>
    </div>
  );
};
