import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Channel } from '#shared/domain/order/schema.ts';
import { useStores } from '../data/use-stores.ts';
import form from '../parts/form.module.css';
import { TextField } from '../parts/text-field.tsx';
import type { FieldsProps } from './offer-fields.tsx';
import { canBeOnTop } from './promotion-form.ts';
import classes from './promotions.module.css';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const CHANNELS = Channel.enum;

const without = <Value,>(all: readonly Value[], one: Value): Value[] =>
  all.filter((other) => other !== one);

const Times = ({ value, onChange }: FieldsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <div className={form['row']}>
        {(['from', 'to'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`promotions.${name}`)}
            type="datetime-local"
            required
            value={value[name]}
            onChange={(text) => onChange({ ...value, [name]: text })}
          />
        ))}
      </div>
      <fieldset className={form['group']}>
        <legend className={form['legend']}>{t('promotions.hours')}</legend>
        <div className={classes['choices']}>
          {DAYS.map((name, index) => {
            const day = index + 1;
            return (
              <Checkbox
                key={day}
                size="md"
                label={t(`promotions.days.${name}`)}
                checked={value.days.includes(day)}
                onChange={({ currentTarget }) => {
                  const others = without(value.days, day);
                  const days = currentTarget.checked ? [...others, day] : others;
                  onChange({ ...value, days: days.toSorted((left, right) => left - right) });
                }}
              />
            );
          })}
        </div>
        <div className={form['row']}>
          {(['hoursFrom', 'hoursTo'] as const).map((name) => (
            <TextField
              key={name}
              label={t(`promotions.${name}`)}
              type="time"
              value={value[name]}
              onChange={(text) => onChange({ ...value, [name]: text })}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
};

/** Where and when a promotion holds, and how it goes with others. */
export const ValidityFields = ({ value, onChange }: FieldsProps) => {
  const { t } = useTranslation();
  const stores = useStores();
  return (
    <>
      <Times value={value} onChange={onChange} />
      <fieldset className={form['group']}>
        <legend className={form['legend']}>{t('promotions.stores')}</legend>
        <div className={classes['choices']}>
          {stores.map(({ storeId, name }) => (
            <Checkbox
              key={storeId}
              size="md"
              label={name}
              checked={value.storeIds.includes(storeId)}
              onChange={({ currentTarget }) => {
                const others = without(value.storeIds, storeId);
                onChange({
                  ...value,
                  storeIds: currentTarget.checked ? [...others, storeId] : others,
                });
              }}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={form['group']}>
        <legend className={form['legend']}>{t('promotions.channels')}</legend>
        <div className={classes['choices']}>
          {CHANNELS.map((channel) => (
            <Checkbox
              key={channel}
              size="md"
              label={t(`channel.${channel}`)}
              checked={value.channels.includes(channel)}
              onChange={({ currentTarget }) => {
                const others = without(value.channels, channel);
                onChange({
                  ...value,
                  channels: currentTarget.checked ? [...others, channel] : others,
                });
              }}
            />
          ))}
        </div>
      </fieldset>
      <TextField
        label={t('promotions.priority')}
        description={t('promotions.priorityHint')}
        required
        inputMode="numeric"
        pattern="[0-9]"
        value={value.priority}
        onChange={(priority) => onChange({ ...value, priority })}
      />
      {canBeOnTop(value) ? (
        <Checkbox
          size="md"
          label={t('promotions.onTop')}
          checked={value.isOnTop}
          onChange={({ currentTarget }) => onChange({ ...value, isOnTop: currentTarget.checked })}
        />
      ) : null}
    </>
  );
};
