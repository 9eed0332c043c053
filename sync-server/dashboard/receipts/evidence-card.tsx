import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import type { Evidence } from '#shared/protocol/dashboard.ts';
import { Card } from '../parts/card.tsx';
import { OperationText } from '../parts/operation-text.tsx';
import { useOperationName } from '../parts/use-operation-name.ts';
import { readEvidence } from './read-evidence.ts';
import classes from './evidence-card.module.css';

const Operation = ({ evidence }: { readonly evidence: Evidence }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useOperationName();
  const { journalId, seq, receivedAt, status, text } = evidence;
  const operation = readEvidence(text);
  return (
    <li className={classes['operation']}>
      <div className={classes['head']}>
        <strong>{operation === null ? t('sendState.unprocessed') : nameOf(operation.type)}</strong>
        <StatusBadge tone={status === 'applied' ? 'ok' : 'danger'}>
          {t(status === 'applied' ? 'dashboard.applied' : 'sendState.unprocessed')}
        </StatusBadge>
      </div>
      <p className={classes['facts']}>
        {t('dashboard.journalPlace', { journal: journalId, number: format.count(seq) })}
        {operation === null
          ? ''
          : ` · ${t('dashboard.madeAt', { time: `${format.date(operation.at)}, ${format.time(operation.at)}` })}`}
        {` · ${t('dashboard.receivedAt', { time: `${format.date(receivedAt)}, ${format.time(receivedAt)}` })}`}
      </p>
      {operation === null ? null : (
        <p className={classes['hash']} title={operation.hash}>
          SHA-256 {operation.hash}
        </p>
      )}
      <OperationText text={text} />
    </li>
  );
};

/** Every operation behind the order, as the tills wrote it. */
export const EvidenceCard = ({ operations }: { readonly operations: readonly Evidence[] }) => {
  const { t } = useTranslation();
  return (
    <Card title={t('dashboard.evidence')}>
      {operations.length === 0 ? (
        <p className={classes['facts']}>{t('dashboard.noEvidence')}</p>
      ) : (
        <ul className={classes['list']}>
          {operations.map((evidence) => (
            <Operation key={`${evidence.journalId} ${evidence.seq}`} evidence={evidence} />
          ))}
        </ul>
      )}
    </Card>
  );
};
