import { useTranslation } from 'react-i18next';
import classes from './evidence-list.module.css';

/** The operations that contradict, as they are named in their journals. */
export const EvidenceList = ({ evidence }: { readonly evidence: readonly string[] }) => {
  const { t } = useTranslation();
  if (evidence.length === 0) return null;
  return (
    <details className={classes['details']}>
      <summary className={classes['summary']}>
        {t('dashboard.evidenceCount', { count: evidence.length })}
      </summary>
      <ul className={classes['list']}>
        {evidence.map((operation) => (
          <li key={operation}>{operation}</li>
        ))}
      </ul>
    </details>
  );
};
