import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { DEFAULT_RECEIPT_LAYOUT } from '#shared/domain/settings/receipt-layout.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { useSaveReceiptLayout } from '../data/use-settings.ts';
import { Card } from '../parts/card.tsx';
import form from '../parts/form.module.css';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { LayoutFields } from './layout-fields.tsx';
import { formOf, isFitWebAddress, layoutOf } from './layout-form.ts';
import { LayoutPreview } from './layout-preview.tsx';
import classes from './receipt-layout.module.css';

/** The receipt of one store, beside how it comes out of the printer. */
export const LayoutEditor = ({ settings }: { readonly settings: StoreSettings }) => {
  const { t } = useTranslation();
  const { mutate, error, isPending, isSuccess, reset } = useSaveReceiptLayout(settings.storeId);
  const [value, setValue] = useState(() => formOf(settings.receipt ?? DEFAULT_RECEIPT_LAYOUT));
  const layout = layoutOf(value);
  return (
    <div className={classes['columns']}>
      <Card title={settings.name}>
        <form
          className={form['form']}
          onSubmit={(event) => {
            event.preventDefault();
            if (isFitWebAddress(value)) mutate(layout);
          }}
        >
          <LayoutFields
            value={value}
            onChange={(changed) => {
              reset();
              setValue(changed);
            }}
          />
          <ProblemNotice failure={error} />
          <output>
            {isSuccess ? <Notice tone="ok">{t('receiptLayout.saved')}</Notice> : null}
          </output>
          <div className={form['actions']}>
            <Button type="submit" tone="primary" isBusy={isPending}>
              {t('common.save')}
            </Button>
          </div>
        </form>
      </Card>
      <LayoutPreview settings={settings} layout={layout} />
    </div>
  );
};
