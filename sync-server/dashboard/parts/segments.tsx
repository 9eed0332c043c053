import { SegmentedControl, type SegmentedControlProps } from '@mantine/core';
import classes from './segments.module.css';

/** A few choices side by side, as high as the other controls of a page's head. */
export const Segments = <Value extends string>(props: SegmentedControlProps<Value>) => (
  <SegmentedControl
    classNames={{ root: classes['root'] ?? '', label: classes['label'] ?? '' }}
    {...props}
  />
);
