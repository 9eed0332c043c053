import { useTranslation } from 'react-i18next';
import { maskedCode } from '#shared/domain/payment/masked-code.ts';
import type { Particulars } from '#shared/domain/pricing/particulars.ts';
import { useFormat } from '../language/use-format.ts';

/** What is known of a line beyond its price, a line of words each; the note as it was written. */
export const useParticularsText = (): ((particulars: Particulars | undefined) => string[]) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  return (particulars) => {
    if (particulars === undefined) return [];
    const { serial, batch, expires, note, mark, giftCard } = particulars;
    return [
      giftCard === undefined ? null : t('particulars.giftCard', { code: maskedCode(giftCard) }),
      serial === undefined ? null : t('particulars.serial', { code: serial }),
      mark === undefined ? null : t('particulars.marked'),
      batch === undefined ? null : t('particulars.batch', { code: batch }),
      expires === undefined
        ? null
        : t('particulars.expires', { date: date(`${expires}T12:00:00Z`) }),
      note ?? null,
    ].filter((words) => words !== null);
  };
};
