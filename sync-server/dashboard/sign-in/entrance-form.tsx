import '@mantine/core/styles/PasswordInput.layer.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { LanguageBar } from './language-bar.tsx';
import classes from './entrance-form.module.css';

type EntranceFormProps = {
  readonly title: string;
  readonly submit: string;
  readonly isBusy: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
};

/** The page before the dashboard: one form in the middle, and the language. */
export const EntranceForm = ({ title, submit, isBusy, onSubmit, children }: EntranceFormProps) => {
  const { t } = useTranslation();
  return (
    <main className={classes['page']}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <div className={classes['brand']}>
          <img src="/icon.svg" alt="" width={40} height={40} />
          <span>Omnitill · {t('dashboard.title')}</span>
        </div>
        <h1 className={classes['title']}>{title}</h1>
        {children}
        <Button type="submit" tone="primary" isWide isBusy={isBusy}>
          {submit}
        </Button>
      </form>
      <LanguageBar />
    </main>
  );
};
