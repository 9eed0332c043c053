import { useTranslation } from 'react-i18next';
import { VoidReason } from '#shared/domain/basket/void-reason.ts';
import { DiscountReason } from '#shared/domain/pricing/schema.ts';
import { CashReason, DrawerReason } from '#shared/domain/shift/cash-move.ts';
import type { SensitiveAct } from '#shared/protocol/sensitive-acts.ts';
import { useOperationName } from '../parts/use-operation-name.ts';

/** Why a sensitive act was done, in the reader's language; '' = nobody said. */
export const useSensitiveWords = (): ((act: SensitiveAct) => string) => {
  const { t } = useTranslation();
  const operationName = useOperationName();
  const ofReason = ({ kind, reason }: SensitiveAct): string => {
    const voided = VoidReason.enum.find((id) => id === reason);
    const given = DiscountReason.enum.find((id) => id === reason);
    const drawer = DrawerReason.enum.find((id) => id === reason);
    const cash = CashReason.enum.find((id) => id === reason);
    switch (kind) {
      case 'line_voided':
      case 'basket_voided':
      case 'basket_discarded':
        return voided ? t(`void.reasons.${voided}`) : '';
      case 'price_given':
        return given ? t(`discount.reasons.${given}`) : '';
      case 'no_sale':
        return drawer ? t(`shift.drawerReasons.${drawer}`) : '';
      case 'cash_out':
        return cash ? t(`shift.reasons.${cash}`) : '';
      case 'approved':
        return reason === null ? '' : operationName(reason);
      case 'reprinted':
        return reason === null ? '' : t('receipt.copyNumber', { number: reason });
      case 'blind_return':
      case 'pin_locked':
      case 'badge_unknown':
        return '';
    }
  };
  return (act) => [ofReason(act), act.note].filter((words) => words !== '').join(' · ');
};
