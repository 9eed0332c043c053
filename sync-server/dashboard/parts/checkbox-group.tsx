import { Checkbox } from '@mantine/core';
import classes from './checkbox-group.module.css';
import form from './form.module.css';

type CheckboxGroupProps<Value> = {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** In the order of the options. */
  readonly chosen: readonly Value[];
  /** One at least. */
  readonly isRequired?: boolean;
  readonly onChange: (chosen: Value[]) => void;
};

/** Any of some. */
export const CheckboxGroup = <Value extends string | number>(props: CheckboxGroupProps<Value>) => {
  const { legend, options, chosen, isRequired = false, onChange } = props;
  const toggle = (value: Value): void => {
    const isOn = (one: Value): boolean => (one === value) !== chosen.includes(one);
    onChange(options.map((option) => option.value).filter((one) => isOn(one)));
  };
  return (
    <fieldset className={form['group']}>
      <legend className={form['legend']}>{legend}</legend>
      <div className={classes['choices']}>
        {options.map(({ value, label }) => (
          <Checkbox
            key={value}
            size="md"
            label={label}
            checked={chosen.includes(value)}
            required={isRequired && chosen.length === 0}
            onChange={() => toggle(value)}
          />
        ))}
      </div>
    </fieldset>
  );
};
