import { IconTicketOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DroppedCode } from '#renderer/commands/say-code.ts';
import { useCodeProblemText } from '#renderer/session/use-code-problem-text.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import classes from './parked-dialog.module.css';

type DroppedCodesProps = {
  readonly dropped: readonly DroppedCode[];
  readonly onClose: () => void;
};

/** Codes that a recalled basket does not have any more, and why: the customer is to hear of it before they pay. */
export const DroppedCodes = ({ dropped, onClose }: DroppedCodesProps) => {
  const { t } = useTranslation();
  const problemText = useCodeProblemText();
  useKeys([{ key: 'Enter', label: t('common.ok'), run: onClose }]);
  return (
    <div className={classes['parts']}>
      {dropped.map(({ code, problem }) => (
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
