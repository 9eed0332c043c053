import { IconPencil, IconPlayerStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import form from './form.module.css';
import { type State, STATE_TONES } from './state-of.ts';

type StandingCellsProps = {
  /** In the reader's language. */
  readonly name: string;
  readonly state: State;
  readonly isBusy: boolean;
  readonly onEdit: () => void;
  readonly onEnd: () => void;
};

/** Ends the row of what holds for a time: how it stands, and changing or ending it until it is over. */
export const StandingCells = ({ name, state, isBusy, onEdit, onEnd }: StandingCellsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <td>
        <StatusBadge tone={STATE_TONES[state]}>{t(`promotions.states.${state}`)}</StatusBadge>
      </td>
      <td>
        {state === 'ended' ? null : (
          <div className={form['actions']}>
            <IconButton label={`${t('common.edit')}: ${name}`} onClick={onEdit}>
              <IconPencil size={20} />
            </IconButton>
            <IconButton label={`${t('promotions.end')}: ${name}`} disabled={isBusy} onClick={onEnd}>
              <IconPlayerStop size={20} />
            </IconButton>
          </div>
        )}
      </td>
    </>
  );
};
