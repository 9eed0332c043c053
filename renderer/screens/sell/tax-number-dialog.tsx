import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withTaxNumber } from '#renderer/session/open-basket.ts';
import { useBasket, useTill } from '#renderer/session/till-context.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { CodeForm } from '#renderer/ui/entry/code-form.tsx';

/** Under which the buyer pays tax; what such a number looks like the driver alone knows. */
export const TaxNumberDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { fiscalDesk } = useTill();
  const known = useBasket((state) => state.basket.buyerTaxNumber);
  const change = useBasket((state) => state.change);
  const [isWrong, setWrong] = useState(false);
  const save = async (typed: string): Promise<void> => {
    const taxNumber = fiscalDesk.readTaxNumber(typed);
    setWrong(taxNumber === null);
    if (taxNumber === null) return;
    change((basket) => withTaxNumber(basket, taxNumber));
    onClose();
  };
  return (
    <Dialog title={t('fiscal.taxNumber')} onClose={onClose} width={480}>
      <CodeForm
        label={t('fiscal.taxNumber')}
        hint={t('fiscal.taxNumberHint')}
        submitLabel={t('fiscal.taxNumberSave')}
        problem={isWrong ? t('fiscal.taxNumberWrong') : null}
        onSubmit={save}
      />
      {known === undefined ? null : (
        <div style={{ marginTop: 'var(--sp-3)' }}>
          <Button
            isWide
            icon={<IconTrash size={22} />}
            onClick={() => {
              change((basket) => withTaxNumber(basket, null));
              onClose();
            }}
          >
            {t('fiscal.taxNumberRemove')}
          </Button>
        </div>
      )}
    </Dialog>
  );
};
