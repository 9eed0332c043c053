import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Condition, Disposition, ReturnReason } from '#shared/domain/return/schema.ts';
import type { LineDraft } from '#renderer/session/return-draft.ts';
import { Chips } from '#renderer/ui/choice/chips.tsx';
import classes from './returns.module.css';

type LineChoicesProps = {
  readonly draft: LineDraft;
  /** Taken back for this reason alone (rule R17). */
  readonly isDefectOnly: boolean;
  readonly onReason: (reason: ReturnReason) => void;
  readonly onCondition: (condition: Condition) => void;
  readonly onDisposition: (disposition: Disposition) => void;
  /** The numbers that its pieces were sold with; left out = they have none, or nobody knows. */
  readonly serials?: readonly string[];
  readonly onSerial?: (serial: string) => void;
};

/** Why a line comes back, how it was found, and what happens to it. */
export const LineChoices = (props: LineChoicesProps) => {
  const {
    draft,
    isDefectOnly,
    onReason,
    onCondition,
    onDisposition,
    serials = [],
    onSerial,
  } = props;
  const isOther = draft.serial.trim() !== '' && !serials.includes(draft.serial.trim());
  const { t } = useTranslation();
  return (
    <div className={classes['choices']}>
      <Chips
        label={t('returns.reason')}
        chosen={draft.reason}
        onChoose={onReason}
        options={ReturnReason.enum.map((id) => ({
          id,
          label: t(`returnReason.${id}`),
          disabled: isDefectOnly && id !== 'defect',
        }))}
      />
      {serials.length === 0 ? null : (
        <TextInput
          size="md"
          label={t('ask.serial')}
          description={t('returns.soldSerial', { code: serials.join(', ') })}
          error={isOther ? t('returns.otherSerial') : undefined}
          autoComplete="off"
          maxLength={64}
          value={draft.serial}
          onChange={({ currentTarget }) => onSerial?.(currentTarget.value)}
        />
      )}
      {draft.reason === null ? null : (
        <div className={classes['selects']}>
          <Choice
            label={t('returns.condition')}
            value={draft.condition}
            options={Condition.enum.map((one) => [one, t(`itemCondition.${one}`)] as const)}
            onChoose={onCondition}
          />
          <Choice
            label={t('returns.disposition')}
            value={draft.disposition}
            options={Disposition.enum.map((one) => [one, t(`returnDisposition.${one}`)] as const)}
            onChoose={onDisposition}
          />
        </div>
      )}
    </div>
  );
};

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value) => void;
};

const Choice = <Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>) => (
  <select
    className={classes['select']}
    aria-label={label}
    value={value}
    onChange={({ currentTarget }) => {
      const chosen = options.find(([one]) => one === currentTarget.value);
      if (chosen) onChoose(chosen[0]);
    }}
  >
    {options.map(([one, name]) => (
      <option key={one} value={one}>
        {name}
      </option>
    ))}
  </select>
);
