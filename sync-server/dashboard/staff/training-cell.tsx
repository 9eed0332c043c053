import { IconSchool } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { ExerciseId } from '#shared/domain/training/exercise-id.ts';
import type { StaffRow } from '#shared/protocol/administration.ts';
import { useTraining } from '../data/use-training.ts';
import { TrainingDialog } from './training-dialog.tsx';

/** How far a person has come in training; pressed, it says with what. */
export const TrainingCell = ({ member }: { readonly member: StaffRow }) => {
  const { t } = useTranslation();
  const { data } = useTraining();
  const [isOpen, setOpen] = useState(false);
  if (!data) return null;
  const done = data.done.filter(({ staffId }) => staffId === member.id);
  const progress = t('training.progress', {
    done: String(done.length),
    total: String(ExerciseId.enum.length),
  });
  return (
    <>
      <Button
        size="small"
        icon={<IconSchool size={18} />}
        aria-label={`${t('training.title')}: ${member.name}, ${progress}`}
        onClick={() => setOpen(true)}
      >
        {progress}
      </Button>
      {isOpen ? (
        <TrainingDialog member={member} done={done} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
};
