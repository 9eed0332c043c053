import { useTranslation } from 'react-i18next';
import { Channel } from '#shared/domain/order/schema.ts';
import { useStores } from '../data/use-stores.ts';
import { CheckboxGroup } from './checkbox-group.tsx';

/** None = all. */
export type Where = {
  readonly storeIds: readonly string[];
  readonly channels: readonly Channel[];
};

type WhereFieldsProps = { readonly value: Where; readonly onChange: (value: Where) => void };

/** In which stores and channels something holds. */
export const WhereFields = ({ value: { storeIds, channels }, onChange }: WhereFieldsProps) => {
  const { t } = useTranslation();
  const stores = useStores();
  return (
    <>
      <CheckboxGroup
        legend={t('promotions.stores')}
        options={stores.map(({ storeId, name }) => ({ value: storeId, label: name }))}
        chosen={storeIds}
        onChange={(chosen) => onChange({ storeIds: chosen, channels })}
      />
      <CheckboxGroup
        legend={t('promotions.channels')}
        options={Channel.enum.map((channel) => ({
          value: channel,
          label: t(`channel.${channel}`),
        }))}
        chosen={channels}
        onChange={(chosen) => onChange({ storeIds, channels: chosen })}
      />
    </>
  );
};
