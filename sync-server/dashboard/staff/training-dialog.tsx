import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { StaffRow } from '#shared/protocol/administration.ts';
import { ExerciseId } from '#shared/domain/training/exercise-id.ts';
import type { Training } from '#shared/protocol/training.ts';
import { Dialog } from '../parts/dialog.tsx';
import table from '../parts/table.module.css';

type TrainingDialogProps = {
  readonly member: StaffRow;
  /** The exercises that this person did. */
  readonly done: readonly Training[];
  readonly onClose: () => void;
};

/** Which exercises of training somebody did, and when. */
export const TrainingDialog = ({ member, done, onClose }: TrainingDialogProps) => {
  const { t } = useTranslation();
  const { dayAndTime } = useFormat();
  const [now] = useState(() => new Date().toISOString());
  return (
    <Dialog title={t('training.ofPerson', { name: member.name })} isWide onClose={onClose}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('training.panel')}</th>
            <th scope="col">{t('dashboard.state')}</th>
          </tr>
        </thead>
        <tbody>
          {ExerciseId.enum.map((id) => {
            const known = done.find(({ exercise }) => exercise === id);
            return (
              <tr key={id}>
                <td>{t(`training.exercise.${id}`)}</td>
                <td>
                  <StatusBadge tone={known ? 'ok' : 'neutral'}>
                    {known
                      ? `${t('training.done')} · ${dayAndTime(known.at, now)}`
                      : t('training.open')}
                  </StatusBadge>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Dialog>
  );
};
