import { Checkbox, Select } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Category } from '#shared/domain/catalog/schema.ts';
import control from '../parts/control.module.css';
import form from '../parts/form.module.css';
import { TextField } from '../parts/text-field.tsx';
import { KINDS, type Kind, type PromotionForm } from './promotion-form.ts';
import classes from './promotions.module.css';

export type FieldsProps = {
  readonly value: PromotionForm;
  readonly onChange: (value: PromotionForm) => void;
};

type NumberName = 'rate' | 'amount' | 'minimum' | 'buy' | 'get';

const WHOLE = String.raw`\d{1,3}`;
const DECIMAL = String.raw`\d{1,10}([.,]\d{1,2})?`;

/** What each kind asks for. */
const NUMBERS: Readonly<Record<Kind, readonly NumberName[]>> = {
  percent: ['rate'],
  amount: ['amount'],
  fixed_price: ['amount'],
  buy_get: ['buy', 'get', 'rate'],
  bundle: ['amount'],
  basket: ['minimum', 'rate'],
  basket_amount: ['minimum', 'amount'],
};

/** What an amount is. */
const AMOUNTS: Readonly<Record<Kind, 'amount' | 'amountOff' | 'price'>> = {
  percent: 'amount',
  amount: 'amount',
  fixed_price: 'price',
  buy_get: 'amount',
  bundle: 'price',
  basket: 'amount',
  basket_amount: 'amountOff',
};

const isKind = (value: string | null): value is Kind => KINDS.some((kind) => kind === value);

const NumberField = ({ name, value, onChange }: FieldsProps & { readonly name: NumberName }) => {
  const { t } = useTranslation();
  return (
    <TextField
      label={t(`promotions.${name === 'amount' ? AMOUNTS[value.kind] : name}`)}
      required
      inputMode="decimal"
      pattern={name === 'buy' || name === 'get' ? WHOLE : DECIMAL}
      value={value[name]}
      onChange={(text) => onChange({ ...value, [name]: text })}
    />
  );
};

const GoodsFields = ({
  value,
  onChange,
  categories,
}: FieldsProps & { readonly categories: readonly Category[] }) => {
  const { t } = useTranslation();
  const { text } = useFormat();
  const toggle = (id: string, isOn: boolean): void => {
    const others = value.categoryIds.filter((one) => one !== id);
    onChange({ ...value, categoryIds: isOn ? [...others, id] : others });
  };
  return (
    <fieldset className={form['group']}>
      <legend className={form['legend']}>{t('promotions.goods')}</legend>
      <Checkbox
        size="md"
        label={t('promotions.all')}
        checked={value.isForAll}
        onChange={({ currentTarget }) => onChange({ ...value, isForAll: currentTarget.checked })}
      />
      {value.isForAll ? null : (
        <>
          <div className={classes['choices']}>
            {categories.map(({ id, name }) => (
              <Checkbox
                key={id}
                size="md"
                label={text(name)}
                checked={value.categoryIds.includes(id)}
                onChange={({ currentTarget }) => toggle(id, currentTarget.checked)}
              />
            ))}
          </div>
          <TextField
            label={t('promotions.skus')}
            description={t('promotions.list')}
            autoComplete="off"
            value={value.skus}
            onChange={(skus) => onChange({ ...value, skus })}
          />
        </>
      )}
      <TextField
        label={t('promotions.exceptSkus')}
        description={t('promotions.list')}
        autoComplete="off"
        value={value.exceptSkus}
        onChange={(exceptSkus) => onChange({ ...value, exceptSkus })}
      />
    </fieldset>
  );
};

/** What a promotion takes off, and which goods it is for. */
export const OfferFields = (props: FieldsProps & { readonly categories: readonly Category[] }) => {
  const { t } = useTranslation();
  const { value, onChange } = props;
  if (value.keepsOffer)
    return (
      <Notice tone="info" icon={<IconInfoCircle size={20} aria-hidden />}>
        {t('promotions.keepsOffer')}
      </Notice>
    );
  return (
    <>
      <Select
        label={t('promotions.kind')}
        size="md"
        classNames={{ input: control['control'] ?? '' }}
        allowDeselect={false}
        value={value.kind}
        onChange={(kind) => {
          if (isKind(kind)) onChange({ ...value, kind, rate: kind === 'buy_get' ? '100' : '10' });
        }}
        data={KINDS.map((kind) => ({ value: kind, label: t(`promotions.kinds.${kind}`) }))}
      />
      <div className={form['row']}>
        {NUMBERS[value.kind].map((name) => (
          <NumberField key={name} name={name} value={value} onChange={onChange} />
        ))}
      </div>
      {value.kind === 'bundle' ? (
        <TextField
          label={t('promotions.together')}
          description={t('promotions.basketHint')}
          required
          autoComplete="off"
          value={value.skus}
          onChange={(skus) => onChange({ ...value, skus })}
        />
      ) : (
        <GoodsFields {...props} />
      )}
      {value.kind === 'basket' || value.kind === 'basket_amount' ? (
        <Checkbox
          size="md"
          label={t('promotions.onPromoted')}
          checked={value.onPromoted}
          onChange={({ currentTarget }) =>
            onChange({ ...value, onPromoted: currentTarget.checked })
          }
        />
      ) : null}
    </>
  );
};
