import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { useSaveStore } from '../data/use-settings.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Form } from '../parts/form.tsx';
import { IdentityFields, MoneyFields } from './store-fields.tsx';
import { draftOf, formOf, newForm, newStoreOf, offeredRates } from './store-form.ts';

type StoreDialogProps = {
  /** null = a new one. */
  readonly store: StoreSettings | null;
  /** All there are; a new one is set up like the first. */
  readonly chain: readonly StoreSettings[];
  readonly onClose: () => void;
};

/** Opens a store or changes one. */
export const StoreDialog = ({ store, chain, onClose }: StoreDialogProps) => {
  const { t } = useTranslation();
  const { mutate, error, isPending } = useSaveStore();
  const [form, setForm] = useState(() =>
    store === null
      ? newForm(
          chain[0],
          Intl.DateTimeFormat().resolvedOptions().timeZone,
          new Date().toISOString(),
        )
      : formOf(store),
  );
  const save = (): void =>
    mutate(store === null ? newStoreOf(form) : { storeId: store.storeId, draft: draftOf(form) }, {
      onSuccess: onClose,
    });
  return (
    <Dialog title={t(store === null ? 'admin.newStore' : 'admin.editStore')} onClose={onClose}>
      <Form isBusy={isPending} failure={error} onSubmit={save} onCancel={onClose}>
        <IdentityFields value={form} isNew={store === null} onChange={setForm} />
        <MoneyFields value={form} offered={offeredRates(store, chain)} onChange={setForm} />
      </Form>
    </Dialog>
  );
};
