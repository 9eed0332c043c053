import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExceptionResolution } from '#shared/domain/exception/schema.ts';
import { useResolve } from '../data/use-exceptions.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Form } from '../parts/form.tsx';
import { TextField } from '../parts/text-field.tsx';

/** Characters of a note. */
const LONGEST = 400;

type ResolveDialogProps = {
  readonly id: string;
  readonly action: ExceptionResolution['action'];
  readonly title: string;
  readonly onClose: () => void;
};

/** Settles an exception in the way that was chosen, with a note for those who look later. */
export const ResolveDialog = ({ id, action, title, onClose }: ResolveDialogProps) => {
  const { t } = useTranslation();
  const { mutate, error, isPending } = useResolve(id);
  const [note, setNote] = useState('');
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        isBusy={isPending}
        failure={error}
        submit={t('inbox.confirm')}
        onSubmit={() => mutate({ action, note: note.trim() }, { onSuccess: onClose })}
        onCancel={onClose}
      >
        <TextField
          label={t('inbox.note')}
          data-autofocus
          maxLength={LONGEST}
          autoComplete="off"
          value={note}
          onChange={setNote}
        />
      </Form>
    </Dialog>
  );
};
