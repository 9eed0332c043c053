import classes from './pickups.module.css';

type ChoiceProps<Id extends string> = {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly chosen: Id | null;
  readonly onChoose: (id: Id) => void;
};

/** One of a few, all in view. */
export const Choice = <Id extends string>({
  label,
  options,
  chosen,
  onChoose,
}: ChoiceProps<Id>) => (
  <fieldset className={classes['choice']} aria-label={label}>
    {options.map((option) => (
      <button
        key={option.id}
        type="button"
        className={classes['chip']}
        aria-pressed={option.id === chosen}
        onClick={() => onChoose(option.id)}
      >
        {option.label}
      </button>
    ))}
  </fieldset>
);
