import { useTranslation } from 'react-i18next';
import { Channel } from '#shared/domain/order/schema.ts';
import { useCustomerGroups } from '../data/use-customers.ts';
import { useStores } from '../data/use-stores.ts';
import { CheckboxGroup } from './checkbox-group.tsx';

/** None = all; of groups: everybody. */
export type Where = {
  readonly storeIds: readonly string[];
  readonly channels: readonly Channel[];
  readonly groupIds: readonly string[];
};

type WhereFieldsProps = { readonly value: Where; readonly onChange: (value: Where) => void };

/** In which stores and channels something holds, and for whom. */
export const WhereFields = ({ value, onChange }: WhereFieldsProps) => {
  const { t } = useTranslation();
  const stores = useStores();
  const groups = useCustomerGroups().data?.groups ?? [];
  const { storeIds, channels, groupIds } = value;
  return (
    <>
      <CheckboxGroup
        legend={t('promotions.stores')}
        options={stores.map(({ storeId, name }) => ({ value: storeId, label: name }))}
        chosen={storeIds}
        onChange={(chosen) => onChange({ ...value, storeIds: chosen })}
      />
      <CheckboxGroup
        legend={t('promotions.channels')}
        options={Channel.enum.map((channel) => ({
          value: channel,
          label: t(`channel.${channel}`),
        }))}
        chosen={channels}
        onChange={(chosen) => onChange({ ...value, channels: chosen })}
      />
      {groups.length === 0 ? null : (
        <CheckboxGroup
          legend={t('customers.forGroups')}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={groupIds}
          onChange={(chosen) => onChange({ ...value, groupIds: chosen })}
        />
      )}
    </>
  );
};
