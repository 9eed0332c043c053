import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AdjustmentReason, WriteOffReason } from '#shared/domain/stock/reasons.ts';
import { asExpected, type StockSheet } from '#shared/domain/stock/sheet.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Chips } from '#renderer/ui/choice/chips.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './stock.module.css';

type SheetFieldsProps = {
  readonly sheet: StockSheet;
  readonly onChange: (change: (sheet: StockSheet) => StockSheet) => void;
};

/** What a job asks besides its goods. */
export const SheetFields = (props: SheetFieldsProps) => {
  switch (props.sheet.kind) {
    case 'receive':
      return <ReceiptFields {...props} />;
    case 'send':
      return <StoreField {...props} />;
    case 'writeOff':
      return <ReasonFields {...props} reasons={WriteOffReason.enum} />;
    case 'adjust':
      return <ReasonFields {...props} reasons={AdjustmentReason.enum} />;
    case 'count':
      return null;
  }
};

const ReceiptFields = ({ sheet, onChange }: SheetFieldsProps) => {
  const { t } = useTranslation();
  const { delivery, reference, lines } = sheet;
  if (delivery !== null)
    return (
      <DeliveryFields
        delivery={delivery}
        hasPaper={lines.some(({ expected }) => expected !== null)}
        onAsExpected={() => onChange(asExpected)}
      />
    );
  return (
    <TextInput
      label={t('stockRoom.reference')}
      value={reference}
      maxLength={100}
      size="md"
      onChange={({ currentTarget: { value } }) =>
        onChange((before) => ({ ...before, reference: value }))
      }
    />
  );
};

type DeliveryFieldsProps = {
  readonly delivery: NonNullable<StockSheet['delivery']>;
  /** Whether it is known what was sent. */
  readonly hasPaper: boolean;
  readonly onAsExpected: () => void;
};

/** Which delivery it is, and where it comes from. */
const DeliveryFields = ({ delivery, hasPaper, onAsExpected }: DeliveryFieldsProps) => {
  const { t } = useTranslation();
  const { stores } = useReferences();
  const { reference, supplier, fromStoreId } = delivery;
  const from = stores.find(({ storeId }) => storeId === fromStoreId)?.name ?? supplier;
  return (
    <div className={classes['part']}>
      <p className={classes['sum']}>
        {reference} · {from}
      </p>
      {hasPaper ? (
        <Button isWide onClick={onAsExpected}>
          {t('stockRoom.asOnPaper')}
        </Button>
      ) : (
        <Notice tone="info">{t('stockRoom.slipOnly')}</Notice>
      )}
    </div>
  );
};

const StoreField = ({ sheet, onChange }: SheetFieldsProps) => {
  const { t } = useTranslation();
  const { compare } = useFormat();
  const { stores, settings } = useReferences();
  const others = stores
    .filter(({ storeId }) => storeId !== settings?.storeId)
    .toSorted((left, right) => compare(left.name, right.name));
  return (
    <label className={classes['field']}>
      {t('stockRoom.toStore')}
      <select
        value={sheet.toStoreId ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange((before) => ({ ...before, toStoreId: value === '' ? null : value }))
        }
      >
        <option value="">{t('pickupWork.moveTo')}</option>
        {others.map(({ storeId, name }) => (
          <option key={storeId} value={storeId}>
            {storeId} · {name}
          </option>
        ))}
      </select>
    </label>
  );
};

type Reason = AdjustmentReason | WriteOffReason;

const ReasonFields = ({
  sheet,
  onChange,
  reasons,
}: SheetFieldsProps & { readonly reasons: readonly Reason[] }) => {
  const { t } = useTranslation();
  return (
    <div className={classes['part']}>
      <Chips
        label={t('stockRoom.reason')}
        isLabelShown
        chosen={reasons.find((reason) => reason === sheet.reason) ?? null}
        onChoose={(reason) => onChange((before) => ({ ...before, reason }))}
        options={reasons.map((id) => ({ id, label: t(`stockRoom.reasons.${id}`) }))}
      />
      <TextInput
        label={t('stockRoom.note')}
        value={sheet.note}
        maxLength={200}
        size="md"
        onChange={({ currentTarget: { value } }) =>
          onChange((before) => ({ ...before, note: value }))
        }
      />
    </div>
  );
};
