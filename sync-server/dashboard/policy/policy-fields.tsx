import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Tender } from '#shared/domain/payment/schema.ts';
import form from '../parts/form.module.css';
import { TextField } from '../parts/text-field.tsx';
import { PointsFields } from './points-fields.tsx';
import { RoleFields } from './role-fields.tsx';
import type { PolicyForm } from './policy-form.ts';
import classes from './policy-page.module.css';

type FieldsProps = {
  readonly value: PolicyForm;
  readonly onChange: (value: PolicyForm) => void;
};

type TextName = {
  [Name in keyof PolicyForm]: PolicyForm[Name] extends string ? Name : never;
}[keyof PolicyForm];

/** What may be typed, as the browser checks it. */
const WHOLE = String.raw`\d{1,4}`;
const MONEY = String.raw`\d{1,10}([.,]\d{1,2})?`;

type FieldProps = FieldsProps & { readonly name: TextName };

const WholeField = ({ name, value, onChange }: FieldProps) => {
  const { t } = useTranslation();
  return (
    <TextField
      label={t(`policy.${name}`)}
      required
      inputMode="numeric"
      pattern={WHOLE}
      value={value[name]}
      onChange={(text) => onChange({ ...value, [name]: text })}
    />
  );
};

type AmountProps = FieldProps & { readonly isRequired?: boolean };

/** An amount of money; empty = no limit, where there need be none. */
const AmountField = ({ name, isRequired = false, value, onChange }: AmountProps) => {
  const { t } = useTranslation();
  return (
    <TextField
      label={t(`policy.${name}`)}
      description={isRequired ? undefined : t('policy.unlimited')}
      required={isRequired}
      inputMode="decimal"
      pattern={MONEY}
      value={value[name]}
      onChange={(text) => onChange({ ...value, [name]: text })}
    />
  );
};

const ListField = ({ name, value, onChange }: FieldProps) => {
  const { t } = useTranslation();
  return (
    <TextField
      label={t(`policy.${name}`)}
      description={t('policy.list')}
      autoComplete="off"
      value={value[name]}
      onChange={(text) => onChange({ ...value, [name]: text })}
    />
  );
};

type CheckName = 'cashForOthers' | 'storeCredit' | 'sellExpired';

const CheckField = ({ name, value, onChange }: FieldsProps & { readonly name: CheckName }) => {
  const { t } = useTranslation();
  return (
    <Checkbox
      size="md"
      label={t(`policy.${name}`)}
      checked={value[name]}
      onChange={({ currentTarget }) => onChange({ ...value, [name]: currentTarget.checked })}
    />
  );
};

const ReturnFields = (props: FieldsProps) => {
  const { t } = useTranslation();
  return (
    <fieldset className={form['group']}>
      <legend className={classes['legend']}>{t('policy.returns')}</legend>
      <div className={classes['row']}>
        <WholeField name="returnDays" {...props} />
        <AmountField name="refundLimit" {...props} />
        <AmountField name="blindReturnLimit" isRequired {...props} />
        <WholeField name="blindReturnsPerMonth" {...props} />
        <ListField name="notReturnableSkus" {...props} />
        <ListField name="notReturnableCategories" {...props} />
      </div>
      <CheckField name="cashForOthers" {...props} />
      <CheckField name="storeCredit" {...props} />
    </fieldset>
  );
};

const OfflineFields = (props: FieldsProps) => {
  const { t } = useTranslation();
  const { value, onChange } = props;
  const toggle = (tender: Tender, isAllowed: boolean): void => {
    const others = value.refundTenders.filter((one) => one !== tender);
    onChange({ ...value, refundTenders: isAllowed ? [...others, tender] : others });
  };
  return (
    <fieldset className={form['group']}>
      <legend className={classes['legend']}>{t('policy.offline')}</legend>
      <div className={classes['row']}>
        <AmountField name="offlineRefundLimit" {...props} />
        <AmountField name="handOverLimit" {...props} />
        <AmountField name="storedValueLimit" {...props} />
        <WholeField name="dataHours" {...props} />
        <WholeField name="staffHours" {...props} />
      </div>
      <Checkbox
        size="md"
        label={t('policy.codesOnTrust')}
        checked={value.codesOnTrust}
        onChange={({ currentTarget }) =>
          onChange({ ...value, codesOnTrust: currentTarget.checked })
        }
      />
      <p className={classes['label']}>{t('policy.refundTenders')}</p>
      <div className={classes['choices']}>
        {Tender.enum.map((tender) => (
          <Checkbox
            key={tender}
            size="md"
            label={t(`tender.${tender}`)}
            checked={value.refundTenders.includes(tender)}
            onChange={({ currentTarget }) => toggle(tender, currentTarget.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
};

/** All that a policy says. */
export const PolicyFields = (props: FieldsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <ReturnFields {...props} />
      <fieldset className={form['group']}>
        <legend className={classes['legend']}>{t('policy.pickups')}</legend>
        <div className={classes['row']}>
          <WholeField name="extensionDays" {...props} />
        </div>
      </fieldset>
      <fieldset className={form['group']}>
        <legend className={classes['legend']}>{t('policy.shifts')}</legend>
        <div className={classes['row']}>
          <AmountField name="cashDifferenceLimit" isRequired {...props} />
        </div>
      </fieldset>
      <fieldset className={form['group']}>
        <legend className={classes['legend']}>{t('policy.counter')}</legend>
        <div className={classes['row']}>
          <WholeField name="lockMinutes" {...props} />
          <AmountField name="giftCardLeast" isRequired {...props} />
          <AmountField name="giftCardMost" isRequired {...props} />
        </div>
        <CheckField name="sellExpired" {...props} />
      </fieldset>
      <PointsFields
        value={props.value.points}
        onChange={(points) => props.onChange({ ...props.value, points })}
      />
      <RoleFields {...props} />
      <OfflineFields {...props} />
    </>
  );
};
