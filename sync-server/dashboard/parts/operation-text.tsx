import { useTranslation } from 'react-i18next';
import classes from './operation-text.module.css';

/** Indented where it is whole; what is cut off or broken stays as it came. */
const readable = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

/** What a till sent, to be opened. */
export const OperationText = ({ text }: { readonly text: string }) => {
  const { t } = useTranslation();
  return (
    <details className={classes['details']}>
      <summary className={classes['summary']}>{t('dashboard.asReceived')}</summary>
      <pre className={classes['text']}>{readable(text)}</pre>
    </details>
  );
};
