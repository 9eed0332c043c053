import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FiscalClock } from '#shared/domain/fiscal/clock.ts';
import { type Fiscal, useFiscal } from '../session/use-fiscal.ts';
import { Notice } from '../ui/feedback/notice.tsx';
import { useFormat } from '../ui/language/use-format.ts';

const TONES = { calm: 'info', warning: 'warn', over: 'danger' } as const;

/** From so little of the longest shift on it is said, milliseconds. */
const SHIFT_WARNING = 3_600_000;

/** The legal clocks of the till, counted down above every screen while one runs. */
export const FiscalWarning = () => {
  const fiscal = useFiscal();
  if (fiscal === undefined) return null;
  return (
    <output>
      {fiscal.clock === null ? null : <Offline clock={fiscal.clock} now={fiscal.now} />}
      <ShiftEnd fiscal={fiscal} />
    </output>
  );
};

const Offline = ({ clock, now }: { readonly clock: FiscalClock; readonly now: string }) => {
  const { t } = useTranslation();
  const { dayAndTime, duration } = useFormat();
  const since = dayAndTime(clock.since, now);
  const said =
    clock.until === null
      ? t('fiscal.clock.unlimited', { since })
      : t(`fiscal.clock.${clock.level}`, {
          since,
          until: dayAndTime(clock.until, now),
          left: duration(Math.floor((clock.left ?? 0) / 1000)),
        });
  return (
    <Notice tone={TONES[clock.level]} icon={<IconClockExclamation size={20} />}>
      {said}
    </Notice>
  );
};

const ShiftEnd = ({ fiscal: { shiftUntil, now } }: { readonly fiscal: Fiscal }) => {
  const { t } = useTranslation();
  const { dayAndTime, duration } = useFormat();
  if (shiftUntil === null) return null;
  const left = Date.parse(shiftUntil) - Date.parse(now);
  if (left > SHIFT_WARNING) return null;
  return (
    <Notice tone={left > 0 ? 'warn' : 'danger'} icon={<IconClockExclamation size={20} />}>
      {left > 0
        ? t('fiscal.shift.near', {
            left: duration(Math.floor(left / 1000)),
            until: dayAndTime(shiftUntil, now),
          })
        : t('fiscal.shift.over')}
    </Notice>
  );
};
