import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShopReply } from '#shared/protocol/shop.ts';

type StoreChoiceProps = {
  readonly stores: ShopReply['stores'];
  readonly value: string;
  readonly onChange: (storeId: string) => void;
};

/** Where the goods are collected: their prices and what is left are that store's. */
export const StoreChoice = ({ stores, value, onChange }: StoreChoiceProps) => {
  const { t } = useTranslation();
  return (
    <Select
      label={t('shop.store')}
      description={stores.find(({ storeId }) => storeId === value)?.address}
      inputWrapperOrder={['label', 'input', 'description']}
      size="md"
      allowDeselect={false}
      value={value}
      onChange={(chosen) => onChange(chosen ?? value)}
      data={stores.map(({ storeId, name }) => ({ value: storeId, label: name }))}
    />
  );
};
