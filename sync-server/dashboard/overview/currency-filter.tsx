import { useTranslation } from 'react-i18next';
import type { Overview } from '#shared/protocol/dashboard.ts';
import { Segments } from '../parts/segments.tsx';

type CurrencyFilterProps = {
  readonly overview: Overview | undefined;
  readonly onChange: (currency: string) => void;
};

/** Which currency is added up, in a chain that has several. */
export const CurrencyFilter = ({ overview, onChange }: CurrencyFilterProps) => {
  const { t } = useTranslation();
  if (overview === undefined || overview.currencies.length < 2) return null;
  return (
    <Segments
      aria-label={t('dashboard.currency')}
      value={overview.currency}
      onChange={onChange}
      data={overview.currencies}
    />
  );
};
