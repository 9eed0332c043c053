import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { ReceiptPaper } from '#renderer/ui/receipt/receipt-paper.tsx';
import type { ReceiptLayout } from '#shared/domain/settings/receipt-layout.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { LOCALES, type Locale } from '#shared/kernel/text.ts';
import { unprintableIn } from '#shared/receipt/printable.ts';
import type { ReceiptForm } from '#shared/receipt/receipt-lines.ts';
import { sampleReceipt } from '#shared/receipt/sample-receipt.ts';
import { Card } from '../parts/card.tsx';
import { Segments } from '../parts/segments.tsx';
import classes from './receipt-layout.module.css';

type LayoutPreviewProps = { readonly settings: StoreSettings; readonly layout: ReceiptLayout };

const FORMS = {
  original: { type: 'original' },
  copy: { type: 'copy', number: 1 },
  gift: { type: 'gift' },
} as const satisfies Record<string, ReceiptForm>;

const textsIn = ({ name, chainName, address }: StoreSettings, layout: ReceiptLayout): string[] => [
  name,
  chainName,
  address,
  ...layout.header,
  ...layout.legal,
  ...[layout.returnTerms, layout.footer].flatMap((text) => Object.values(text).flat()),
];

/** A receipt of the store, drawn as its tills draw it. */
export const LayoutPreview = ({ settings, layout }: LayoutPreviewProps) => {
  const { t } = useTranslation();
  const { locale: own } = useFormat();
  const [locale, setLocale] = useState<Locale>(own);
  const [form, setForm] = useState<keyof typeof FORMS>('original');
  const missing = unprintableIn(textsIn(settings, layout));
  return (
    <Card title={t('receiptLayout.preview')}>
      <div className={classes['preview']}>
        <Segments
          aria-label={t('receiptLayout.language')}
          value={locale}
          onChange={setLocale}
          data={LOCALES.map((one) => ({ value: one, label: one.toUpperCase() }))}
        />
        <Segments
          aria-label={t('receiptLayout.kinds')}
          value={form}
          onChange={setForm}
          data={[
            { value: 'original', label: t('receiptLayout.original') },
            { value: 'copy', label: t('receiptLayout.copyKind') },
            { value: 'gift', label: t('receiptLayout.giftKind') },
          ]}
        />
        <output>
          {missing.length === 0 ? null : (
            <Notice tone="warn">
              {t('receiptLayout.unprintable', { letters: missing.slice(0, 12).join(' ') })}
            </Notice>
          )}
        </output>
        <ReceiptPaper
          receipt={sampleReceipt(settings, layout)}
          code={null}
          form={FORMS[form]}
          locale={locale}
        />
      </div>
    </Card>
  );
};
