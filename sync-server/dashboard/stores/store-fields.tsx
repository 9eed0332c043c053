import { Checkbox, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CURRENCIES, type Currency } from '#shared/kernel/money.ts';
import form from '../parts/form.module.css';
import { TextField } from '../parts/text-field.tsx';
import { AMOUNT, PERCENT, QUANTITY } from './number-patterns.ts';
import { FiscalFields } from './fiscal-fields.tsx';
import { MachineFields } from './machine-fields.tsx';
import { ScaleCodeFields } from './scale-code-fields.tsx';
import { type RateForm, type StoreForm, withCurrency } from './store-form.ts';
import { TaxRateFields } from './tax-rate-fields.tsx';

type FieldsProps = {
  readonly value: StoreForm;
  readonly onChange: (value: StoreForm) => void;
};

/** The time zones this browser knows, with the one that is chosen. */
const timeZonesWith = (chosen: string): string[] => [
  ...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen]),
];

const isCurrency = (text: string | null): text is Currency =>
  CURRENCIES.some((currency) => currency === text);

type IdentityProps = FieldsProps & { readonly isNew: boolean };

/** A store's currency, said once, and its time zone. */
const CurrencyAndZone = ({ value, isNew, onChange }: IdentityProps) => {
  const { t } = useTranslation();
  return (
    <div className={form['row']}>
      <Select
        label={t('dashboard.currency')}
        description={t('admin.currencyFixed')}
        size="md"
        allowDeselect={false}
        disabled={!isNew}
        data={[...CURRENCIES]}
        value={value.currency}
        onChange={(chosen) =>
          isCurrency(chosen)
            ? onChange(withCurrency(value, chosen, new Date().toISOString()))
            : null
        }
      />
      <Select
        label={t('admin.timeZone')}
        size="md"
        searchable
        limit={100}
        allowDeselect={false}
        data={timeZonesWith(value.timeZone)}
        value={value.timeZone}
        onChange={(chosen) => onChange({ ...value, timeZone: chosen ?? value.timeZone })}
      />
    </div>
  );
};

/** Who the store is. Its code and currency can be said once. */
export const IdentityFields = ({ value, isNew, onChange }: IdentityProps) => {
  const { t } = useTranslation();
  return (
    <>
      {isNew ? (
        <TextField
          label={t('admin.storeId')}
          description={t('admin.storeIdHint')}
          required
          data-autofocus
          maxLength={20}
          pattern="[A-Z0-9][A-Z0-9\-]*"
          value={value.storeId}
          onChange={(storeId) => onChange({ ...value, storeId: storeId.toUpperCase() })}
        />
      ) : null}
      <div className={form['row']}>
        <TextField
          label={t('admin.storeName')}
          required
          maxLength={200}
          value={value.name}
          onChange={(name) => onChange({ ...value, name })}
        />
        <TextField
          label={t('admin.chainName')}
          required
          maxLength={200}
          value={value.chainName}
          onChange={(chainName) => onChange({ ...value, chainName })}
        />
      </div>
      <TextField
        label={t('admin.address')}
        maxLength={400}
        value={value.address}
        onChange={(address) => onChange({ ...value, address })}
      />
      <CurrencyAndZone value={value} isNew={isNew} onChange={onChange} />
    </>
  );
};

type MoneyProps = FieldsProps & {
  /** Tax rates of other stores that this one does not have yet. */
  readonly offered: readonly RateForm[];
};

/** How the store reckons: taxes, cash, discounts, labels of scales, and what it keeps for its own shelf. */
export const MoneyFields = ({ value, offered, onChange }: MoneyProps) => {
  const { t } = useTranslation();
  return (
    <>
      <TaxRateFields
        rates={value.taxRates}
        offered={offered}
        onChange={(taxRates) => onChange({ ...value, taxRates })}
      />
      <Checkbox
        label={t('admin.taxInclusive')}
        size="md"
        checked={value.taxInclusive}
        onChange={({ currentTarget }) =>
          onChange({ ...value, taxInclusive: currentTarget.checked })
        }
      />
      <div className={form['row']}>
        <TextField
          label={t('admin.increment')}
          description={t('admin.incrementHint')}
          required
          inputMode="decimal"
          pattern={AMOUNT}
          value={value.increment}
          onChange={(increment) => onChange({ ...value, increment })}
        />
        <TextField
          label={t('admin.discountLimit')}
          required
          inputMode="decimal"
          pattern={PERCENT}
          value={value.discountLimit}
          onChange={(discountLimit) => onChange({ ...value, discountLimit })}
        />
      </div>
      <ScaleCodeFields
        rules={value.scaleCodes}
        onChange={(scaleCodes) => onChange({ ...value, scaleCodes })}
      />
      <MachineFields
        machines={value.machines}
        onChange={(machines) => onChange({ ...value, machines })}
      />
      <FiscalFields fiscal={value.fiscal} onChange={(fiscal) => onChange({ ...value, fiscal })} />
      <TextField
        label={t('admin.safetyStock')}
        required
        inputMode="decimal"
        pattern={QUANTITY}
        value={value.safetyStock}
        onChange={(safetyStock) => onChange({ ...value, safetyStock })}
      />
    </>
  );
};
