import { IconCalendarX, IconTicketOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCodeProblemText } from '#renderer/session/use-code-problem-text.ts';
import type { Missing } from '#renderer/session/use-parking.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './parked-dialog.module.css';

type MissingPartsProps = {
  readonly missing: Missing;
  readonly onClose: () => void;
};

/** Codes and goods that a recalled basket does not have any more, and why: the customer is to hear of it before they pay. */
export const MissingParts = ({ missing: { codes, goods }, onClose }: MissingPartsProps) => {
  const { t } = useTranslation();
  const { text, longDate } = useFormat();
  const problemText = useCodeProblemText();
  useKeys([{ key: 'Enter', label: t('common.ok'), run: onClose }]);
  return (
    <div className={classes['parts']}>
      {goods.map(({ line, on }) => (
        <Notice
          key={line.id}
          tone="warn"
          icon={<IconCalendarX size={26} />}
          title={`${text(line.name)} · ${t('ask.expired', { date: longDate(`${on}T12:00:00Z`) })}`}
        >
          {t('ask.expiredHint')}
        </Notice>
      ))}
      {codes.map(({ code, problem }) => (
        <Notice
          key={code}
          tone="warn"
          icon={<IconTicketOff size={26} />}
          title={t('promoCode.dropped', { code })}
        >
          {problemText(problem)}
        </Notice>
      ))}
      <Button tone="primary" size="large" isWide keyName="Enter" onClick={onClose}>
        {t('common.ok')}
      </Button>
    </div>
  );
};
