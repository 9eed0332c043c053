import { useTranslation } from 'react-i18next';
import type { OperationType } from '#shared/operations/operation.ts';

/** What an operation is called; of a type that this page does not know, the type itself. */
export const useOperationName = (): ((type: string) => string) => {
  const { t, i18n } = useTranslation();
  const isKnown = (type: string): type is OperationType => i18n.exists(`operation.${type}`);
  return (type) => (isKnown(type) ? t(`operation.${type}`) : type);
};
