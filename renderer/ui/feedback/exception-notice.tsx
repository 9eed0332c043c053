import { useTranslation } from 'react-i18next';
import { CONSEQUENCES } from '#shared/domain/exception/consequences.ts';
import type { ExceptionKind } from '#shared/domain/exception/schema.ts';
import { Notice } from './notice.tsx';

type ExceptionNoticeProps = {
  readonly kind: ExceptionKind;
  /** Somebody at this till settled it, and the server has not said so yet. */
  readonly isDecided: boolean;
};

/** A contradiction where its order is shown: what it is, and what there is to do. */
export const ExceptionNotice = ({ kind, isDecided }: ExceptionNoticeProps) => {
  const { t } = useTranslation();
  return (
    <Notice tone={isDecided ? 'info' : 'danger'} title={t(`exception.${kind}`)}>
      {isDecided
        ? t('decision.decided')
        : `${t('decision.todo')}: ${t(`decision.tasks.${CONSEQUENCES[kind].task}`)}`}
    </Notice>
  );
};
