import type { ReactNode } from 'react';
import { TrainingBanner } from '#renderer/ui/shell/training-banner.tsx';
import classes from './training-frame.module.css';

type TrainingFrameProps = { readonly onLeave: () => void; readonly children: ReactNode };

/** Violet around everything that is shown in training, dialogs and the sign-in too. */
export const TrainingFrame = ({ onLeave, children }: TrainingFrameProps) => (
  <div className={classes['frame']}>
    <TrainingBanner onLeave={onLeave} />
    <div className={classes['till']}>{children}</div>
  </div>
);
