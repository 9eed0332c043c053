import { VisuallyHidden } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './done-mark.module.css';

/** Whether a step or an exercise is done: a sign to see, words to hear. */
export const DoneMark = ({ isDone }: { readonly isDone: boolean }) => {
  const { t } = useTranslation();
  const Icon = isDone ? IconCircleCheckFilled : IconCircleDashed;
  return (
    <span className={classes['mark']} data-done={isDone || undefined}>
      <Icon size={20} aria-hidden />
      <VisuallyHidden>{t(isDone ? 'training.done' : 'training.open')}</VisuallyHidden>
    </span>
  );
};
