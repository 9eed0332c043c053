import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ExerciseId } from '#shared/domain/training/exercise-id.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { doneSteps, EXERCISES, type Exercise } from '#shared/training/exercises.ts';
import type { Journal } from '#renderer/store/journal.ts';
import type { TrainingLine } from './training-line.ts';

/** The exercise that is being done. */
export type ChosenExercise = {
  readonly exercise: Exercise;
  /** Of the order it is about; '' = about none. */
  readonly number: string;
  readonly steps: ReturnType<typeof doneSteps>;
  /** Whether it is on the till's real journal that it was done. */
  readonly record: 'open' | 'writing' | 'written' | 'failed';
};

export type ExerciseDeskState = {
  readonly chosen: ChosenExercise | null;
  /** Those that this person did, on this till at least. */
  readonly completed: readonly ExerciseId[];
  readonly choose: (id: ExerciseId) => Promise<void>;
  /** Writes once more what could not be written. */
  readonly retry: () => void;
};

export type ExerciseDesk = StoreApi<ExerciseDeskState>;

type DeskParts = {
  readonly journal: Journal;
  readonly line: TrainingLine;
  readonly practise: (id: ExerciseId) => Promise<string>;
  /** Writes down for good that the exercise was done; resolves with whether it is on the disk. */
  readonly record: (id: ExerciseId) => Promise<boolean>;
  readonly completed: readonly ExerciseId[];
};

/** Looks at every operation that the trainee makes, and ticks the steps off. */
export const createExerciseDesk = (parts: DeskParts): ExerciseDesk => {
  const { journal, line, practise, record, completed } = parts;
  const all: Operation[] = [];
  let begun = 0;

  return createStore<ExerciseDeskState>((set, get) => {
    const setRecord = (exercise: Exercise, state: ChosenExercise['record']): void => {
      const { chosen } = get();
      if (chosen?.exercise === exercise) set({ chosen: { ...chosen, record: state } });
    };

    const write = async (exercise: Exercise): Promise<void> => {
      setRecord(exercise, 'writing');
      const isWritten = await record(exercise.id);
      if (isWritten) set({ completed: [...new Set([...get().completed, exercise.id])] });
      setRecord(exercise, isWritten ? 'written' : 'failed');
    };

    const look = (): void => {
      const { chosen } = get();
      if (chosen === null || chosen.record !== 'open') return;
      const steps = doneSteps(chosen.exercise, { all, since: all.slice(begun) });
      set({ chosen: { ...chosen, steps } });
      if (steps.every(({ isDone }) => isDone)) void write(chosen.exercise);
    };

    journal.onAppend((operation) => {
      all.push(operation);
      look();
    });

    return {
      chosen: null,
      completed,
      choose: async (id) => {
        const exercise = EXERCISES.find((known) => known.id === id);
        if (!exercise) return;
        begun = all.length;
        const number = await practise(id);
        await line.setOnline(!exercise.isOffline);
        const steps = doneSteps(exercise, { all, since: [] });
        set({ chosen: { exercise, number, steps, record: 'open' } });
      },
      retry: () => {
        const { chosen } = get();
        if (chosen?.record === 'failed') void write(chosen.exercise);
      },
    };
  });
};
