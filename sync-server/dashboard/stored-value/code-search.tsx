import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import classes from './stored-value.module.css';

type CodeSearchProps = { readonly onSearch: (code: string) => void };

/** Asked for whole: a code is never found by a part of it. */
export const CodeSearch = ({ onSearch }: CodeSearchProps) => {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  return (
    <form
      className={classes['search']}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(code.trim());
        setCode('');
      }}
    >
      <TextField
        aria-label={t('storedValue.number')}
        placeholder={t('storedValue.number')}
        autoComplete="off"
        spellCheck={false}
        required
        minLength={4}
        maxLength={100}
        w={280}
        value={code}
        onChange={setCode}
      />
      <Button type="submit" icon={<IconSearch size={20} />}>
        {t('storedValue.look')}
      </Button>
    </form>
  );
};
