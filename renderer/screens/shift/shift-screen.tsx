import { useState } from 'react';
import { useShift } from '#renderer/queries/use-shift.ts';
import { ClosingView } from './closing-view.tsx';
import { NoShiftView } from './no-shift-view.tsx';
import { OpenShiftView } from './open-shift-view.tsx';

/** The drawer of this till from its float to its Z report. */
export const ShiftScreen = () => {
  const shift = useShift();
  const [closing, setClosing] = useState<string | null>(null);
  if (!shift) return <NoShiftView />;
  return closing === shift.shiftId ? (
    <ClosingView shift={shift} onBack={() => setClosing(null)} />
  ) : (
    <OpenShiftView shift={shift} onClose={() => setClosing(shift.shiftId)} />
  );
};
