import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { SHORTEST_NAME } from '#shared/domain/customer/find.ts';
import classes from './search.module.css';
import { TextField } from './text-field.tsx';

type CustomerSearchProps = {
  /** What the button says. */
  readonly submit: string;
  readonly onSearch: (text: string) => void;
};

/** Looks for customers when somebody asks for it; who it is never stands in the page's address. */
export const CustomerSearch = ({ submit, onSearch }: CustomerSearchProps) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <form
      className={classes['search']}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim());
      }}
    >
      <TextField
        aria-label={t('customer.search')}
        placeholder={t('customer.search')}
        autoComplete="off"
        spellCheck={false}
        required
        minLength={SHORTEST_NAME}
        maxLength={100}
        w={340}
        value={text}
        onChange={setText}
      />
      <Button type="submit" icon={<IconSearch size={20} />}>
        {submit}
      </Button>
    </form>
  );
};
