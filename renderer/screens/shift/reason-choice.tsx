import classes from './shift.module.css';

type ReasonChoiceProps<Id extends string> = {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
};

/** One of a few, all in view. */
export const ReasonChoice = <Id extends string>(props: ReasonChoiceProps<Id>) => (
  <fieldset className={classes['choice']} aria-label={props.label}>
    {props.options.map(({ id, label }) => (
      <button
        key={id}
        type="button"
        className={classes['chip']}
        aria-pressed={id === props.chosen}
        onClick={() => props.onChoose(id)}
      >
        {label}
      </button>
    ))}
  </fieldset>
);
