import type { ReactNode } from 'react';
import type { ShiftNow, ShiftState } from '#renderer/queries/use-shift.ts';
import { LoadingLines } from '#renderer/ui/feedback/loading-lines.tsx';
import { Panel } from '#renderer/ui/shell/panel.tsx';
import { ShiftFigures } from './shift-figures.tsx';

type ShiftPanelProps = {
  readonly shift: ShiftNow;
  /** undefined while it is being summed. */
  readonly state: ShiftState | undefined;
  readonly children: ReactNode;
};

/** What the open shift came to so far, and what is done with it. */
export const ShiftPanel = ({ shift, state, children }: ShiftPanelProps) => (
  <Panel foot={children}>
    {state ? <ShiftFigures shift={shift} state={state} /> : <LoadingLines />}
  </Panel>
);
