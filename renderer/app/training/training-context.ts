import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Result } from '#shared/kernel/result.ts';
import type { ExerciseDesk, ExerciseDeskState } from './exercise-desk.ts';
import type { TrainingRefusal } from './start-training.ts';

export type TrainingState = {
  /** null = the till is at work. */
  readonly desk: ExerciseDesk | null;
  readonly enter: () => Promise<Result<null, TrainingRefusal>>;
  readonly leave: () => void;
};

const TrainingContext = createContext<TrainingState | null>(null);

export const TrainingProvider = TrainingContext.Provider;

export const useTraining = (): TrainingState => {
  const state = use(TrainingContext);
  if (!state) throw new Error('no till stage around this component');
  return state;
};

export const useExerciseDesk = <Part>(
  desk: ExerciseDesk,
  select: (state: ExerciseDeskState) => Part,
): Part => useStore(desk, select);
