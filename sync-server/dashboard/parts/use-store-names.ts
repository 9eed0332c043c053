import { useTranslation } from 'react-i18next';
import { useStores } from '../data/use-stores.ts';

/** Stores by name, null = the whole chain; each name stays on one line. */
export const useStoreNames = (): ((storeIds: readonly string[] | null) => string) => {
  const { t } = useTranslation();
  const names = new Map(useStores().map(({ storeId, name }) => [storeId, name]));
  return (storeIds) =>
    storeIds === null
      ? t('policy.chain')
      : storeIds.map((id) => (names.get(id) ?? id).replaceAll(' ', '\u00A0')).join(', ');
};
