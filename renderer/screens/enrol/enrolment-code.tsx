import { TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';

type EnrolmentCodeProps = {
  readonly isBusy: boolean;
  readonly onSubmit: (code: string) => Promise<void>;
};

/** The code that head office made for this till, typed in. */
export const EnrolmentCode = ({ isBusy, onSubmit }: EnrolmentCodeProps) => {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onSubmit(code.trim()).catch(reportError);
  };
  return (
    <form onSubmit={submit} style={{ display: 'grid', gap: 'var(--sp-4)' }}>
      <TextInput
        size="lg"
        label={t('enrol.code')}
        description={t('enrol.explain')}
        value={code}
        autoComplete="off"
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button
        type="submit"
        tone="primary"
        size="large"
        isBusy={isBusy}
        isWide
        disabled={code === ''}
      >
        {t('enrol.submit')}
      </Button>
    </form>
  );
};
