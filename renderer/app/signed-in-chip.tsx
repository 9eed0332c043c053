import { useTranslation } from 'react-i18next';
import { useNow } from '../session/use-now.ts';
import { useShift } from '../queries/use-shift.ts';
import { useSession } from '../session/till-context.ts';
import { useFormat } from '../ui/language/use-format.ts';
import { StaffChip } from '../ui/shell/staff-chip.tsx';

export const SignedInChip = ({ onOpen }: { readonly onOpen: () => void }) => {
  const { t } = useTranslation();
  const { time } = useFormat();
  const now = useNow(10_000);
  const shift = useShift();
  const signedIn = useSession((state) => state.signedIn);
  if (!signedIn) return null;
  const { staff } = signedIn;
  const detail =
    shift === null
      ? t('staff.noShift')
      : t('staff.shift', { number: String(shift.number), time: time(now) });
  return <StaffChip name={staff.name} detail={detail} onOpen={onOpen} />;
};
