import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ShiftAge } from '#shared/domain/shift/shift-age.ts';
import { Notice } from '#renderer/ui/feedback/notice.tsx';

/** A shift that was forgotten, or a clock that cannot be right; neither keeps anybody from closing. */
export const ShiftAgeNotice = ({ age }: { readonly age: ShiftAge }) => {
  const { t } = useTranslation();
  if (age === 'normal') return null;
  return (
    <Notice tone="warn" icon={<IconAlertTriangle size={22} aria-hidden />}>
      {t(age === 'overdue' ? 'shift.overdue' : 'shift.clockBack')}
    </Notice>
  );
};
