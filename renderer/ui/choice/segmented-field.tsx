import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import classes from './segmented-field.module.css';

type SegmentedFieldProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: { readonly value: Value; readonly label: string }[];
};

/** One of a few in a line, with what they are about above them. */
export const SegmentedField = <Value extends string>(props: SegmentedFieldProps<Value>) => {
  const { label, value, onChange, options } = props;
  const labelId = useId();
  return (
    <div className={classes['field']}>
      <span id={labelId}>{label}</span>
      <SegmentedControl
        aria-labelledby={labelId}
        size="md"
        fullWidth
        value={value}
        onChange={onChange}
        data={options}
      />
    </div>
  );
};
