import {
  IconCashMinus,
  IconCashPlus,
  IconInbox,
  IconMoneybag,
  IconReportMoney,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CashMoveKind } from '#shared/domain/shift/cash-move.ts';
import type { KeyId } from '#renderer/ui/keys/key-id.ts';

export type Asked =
  | { readonly type: 'move'; readonly kind: CashMoveKind }
  | { readonly type: 'drawer' | 'report' };

type Act = {
  readonly key: KeyId;
  readonly label: string;
  readonly icon: ReactNode;
  readonly asked: Asked;
};

/** What may be done with the drawer while the shift is open, each with its key. */
export const useDrawerActs = (): readonly Act[] => {
  const { t } = useTranslation();
  const icon = { size: 24, stroke: 1.7 };
  return [
    {
      key: 'F9',
      label: t('shift.cashIn'),
      icon: <IconCashPlus {...icon} />,
      asked: { type: 'move', kind: 'in' },
    },
    {
      key: 'F10',
      label: t('shift.cashOut'),
      icon: <IconCashMinus {...icon} />,
      asked: { type: 'move', kind: 'out' },
    },
    {
      key: 'F11',
      label: t('shift.safeDrop'),
      icon: <IconMoneybag {...icon} />,
      asked: { type: 'move', kind: 'safe_drop' },
    },
    {
      key: 'F6',
      label: t('shift.noSale'),
      icon: <IconInbox {...icon} />,
      asked: { type: 'drawer' },
    },
    {
      key: 'F7',
      label: t('shift.xReport'),
      icon: <IconReportMoney {...icon} />,
      asked: { type: 'report' },
    },
  ];
};
