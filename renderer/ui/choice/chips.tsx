import type { ReactNode } from 'react';
import { keepFocus } from '../button/keep-focus.ts';
import classes from './chips.module.css';

type ChipsProps<Id extends string> = {
  readonly label: string;
  /** Whether the label stands above them or is only heard. */
  readonly isLabelShown?: boolean;
  /** They say what a screen shows, not what is written down. */
  readonly isFilter?: boolean;
  readonly options: readonly {
    readonly id: Id;
    readonly label: string;
    /** Before the words, which say the same. */
    readonly picture?: ReactNode;
    readonly disabled?: boolean;
  }[];
  readonly chosen: Id | null;
  readonly onChoose: (id: Id) => void;
};

/** One of a few, all in view. */
export const Chips = <Id extends string>(props: ChipsProps<Id>) => {
  const { label, isLabelShown = false, isFilter = false, options, chosen, onChoose } = props;
  return (
    <fieldset
      className={classes['chips']}
      aria-label={isLabelShown ? undefined : label}
      data-filter={isFilter || undefined}
    >
      {isLabelShown ? <legend>{label}</legend> : null}
      {options.map(({ id, label: words, picture, disabled = false }) => (
        <button
          key={id}
          type="button"
          className={classes['chip']}
          aria-pressed={id === chosen}
          disabled={disabled}
          onPointerDown={keepFocus}
          onClick={() => onChoose(id)}
        >
          {picture}
          {words}
        </button>
      ))}
    </fieldset>
  );
};
