import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Chips } from '#renderer/ui/choice/chips.tsx';

type ReasonFieldsProps<Id extends string> = {
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  readonly note: string;
  readonly onNote: (note: string) => void;
};

const LONGEST = 200;

/** Why the drawer is opened; a reason that says nothing needs a note. */
export const ReasonFields = <Id extends string>(props: ReasonFieldsProps<Id>) => {
  const { options, chosen, onChoose, note, onNote } = props;
  const { t } = useTranslation();
  return (
    <>
      <Chips label={t('shift.reason')} options={options} chosen={chosen} onChoose={onChoose} />
      <TextInput
        size="lg"
        label={t(chosen === 'other' ? 'shift.noteNeeded' : 'shift.note')}
        value={note}
        maxLength={LONGEST}
        onChange={(event) => onNote(event.currentTarget.value)}
      />
    </>
  );
};
