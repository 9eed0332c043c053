import { FileButton } from '@mantine/core';
import { IconPhoto, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import {
  LOGO_HEIGHT,
  LOGO_WIDTH,
  type ReceiptLogo,
} from '#shared/domain/settings/receipt-layout.ts';
import form from '../parts/form.module.css';
import { readLogo } from './read-logo.ts';
import classes from './receipt-layout.module.css';

type LogoFieldProps = {
  readonly value: ReceiptLogo | null;
  readonly onChange: (logo: ReceiptLogo | null) => void;
};

/** A picture file becomes dots here; the file itself goes nowhere. */
export const LogoField = ({ value, onChange }: LogoFieldProps) => {
  const { t } = useTranslation();
  const { count } = useFormat();
  const [isWrong, setWrong] = useState(false);
  const choose = async (file: File | null): Promise<void> => {
    if (file === null) return;
    const logo = await readLogo(file);
    setWrong(logo === null);
    if (logo !== null) onChange(logo);
  };
  return (
    <fieldset className={form['group']}>
      <legend className={form['legend']}>{t('receiptLayout.logo')}</legend>
      <p className={form['hint']}>
        {t('receiptLayout.logoHint', { width: count(LOGO_WIDTH), height: count(LOGO_HEIGHT) })}
      </p>
      <div className={classes['buttons']}>
        <FileButton accept="image/png" onChange={(file) => void choose(file)}>
          {({ onClick }) => (
            <Button icon={<IconPhoto size={20} />} onClick={onClick}>
              {t('receiptLayout.chooseLogo')}
            </Button>
          )}
        </FileButton>
        {value === null ? null : (
          <Button icon={<IconTrash size={20} />} onClick={() => onChange(null)}>
            {t('receiptLayout.removeLogo')}
          </Button>
        )}
      </div>
      <div role="alert">
        {isWrong ? <Notice tone="danger">{t('receiptLayout.logoWrong')}</Notice> : null}
      </div>
    </fieldset>
  );
};
