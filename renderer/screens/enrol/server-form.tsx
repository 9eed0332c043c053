import { TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';

export type ServerChoice = {
  /** Of now; '' = none. */
  readonly address: string;
  /** False = that is no address. The page opens anew when it is one. */
  readonly choose: (address: string) => Promise<boolean>;
};

/** An installed app is told by hand which server it works with. */
export const ServerForm = ({ address: known, choose }: ServerChoice) => {
  const { t } = useTranslation();
  const [address, setAddress] = useState(known);
  const [isWrong, setWrong] = useState(false);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setWrong(!(await choose(address)));
  };
  return (
    <form onSubmit={(event) => void submit(event)} style={{ display: 'grid', gap: 'var(--sp-4)' }}>
      <TextInput
        size="lg"
        label={t('server.address')}
        description={t('server.explain')}
        value={address}
        autoComplete="off"
        spellCheck={false}
        error={isWrong ? t('server.invalid') : undefined}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <Button
        type="submit"
        tone={known === '' ? 'primary' : 'default'}
        size="large"
        isWide
        disabled={address.trim() === '' || address === known}
      >
        {t('server.use')}
      </Button>
    </form>
  );
};
