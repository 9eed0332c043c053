import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Checkbox.layer.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import type { RequestFailure } from '../data/request-failure.ts';
import classes from './form.module.css';
import { ProblemNotice } from './problem-notice.tsx';

type FormProps = {
  readonly isBusy: boolean;
  readonly failure: RequestFailure | null;
  readonly submit?: string;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
};

/** A form of a dialog: its fields, why it was refused, and the two ways on. */
export const Form = ({ isBusy, failure, submit, onSubmit, onCancel, children }: FormProps) => {
  const { t } = useTranslation();
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <ProblemNotice failure={failure} />
      <div className={classes['actions']}>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button type="submit" tone="primary" isBusy={isBusy}>
          {submit ?? t('common.save')}
        </Button>
      </div>
    </form>
  );
};
