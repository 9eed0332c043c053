import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStores } from '../data/use-stores.ts';
import classes from './control.module.css';

type StoreFilterProps = {
  /** undefined = all stores. */
  readonly value: string | undefined;
  readonly onChange: (storeId: string | undefined) => void;
};

/** All stores or one; nothing where there is one only. */
export const StoreFilter = ({ value, onChange }: StoreFilterProps) => {
  const { t } = useTranslation();
  const stores = useStores();
  if (stores.length < 2) return null;
  return (
    <Select
      aria-label={t('dashboard.store')}
      w={200}
      size="md"
      classNames={{ input: classes['control'] ?? '' }}
      allowDeselect={false}
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen || undefined)}
      data={[
        { value: '', label: t('dashboard.allStores', { count: stores.length }) },
        ...stores.map(({ storeId, name }) => ({ value: storeId, label: name })),
      ]}
    />
  );
};
