import { useTranslation } from 'react-i18next';
import { useReturnProblemText } from '#renderer/session/use-return-problem-text.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { Panel } from '#renderer/ui/shell/panel.tsx';
import { CreditFields } from './credit-fields.tsx';
import { CustomerField } from './customer-field.tsx';
import type { BlindReturn } from './use-blind-return.ts';
import classes from './returns.module.css';

type BlindPanelProps = {
  readonly draft: BlindReturn;
  readonly isAny: boolean;
  readonly onCancel: () => void;
};

export const BlindPanel = ({ draft, isAny, onCancel }: BlindPanelProps) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const problemText = useReturnProblemText();
  const { tender, customer, setCustomer, total, lines, isBusy } = draft;
  const isReady = isAny && lines !== null;
  const label = isReady
    ? t('returns.give', { amount: money(total), tender: t(`tender.${tender}`) })
    : t(isAny ? 'returns.chooseReason' : 'returns.chooseLines');
  const give = (): void => void draft.give();
  useKeys([
    { key: 'F8', label, hint: true, disabled: !isReady, run: give },
    { key: 'Escape', label: t('keys.back'), run: onCancel },
  ]);
  const problem = draft.problem && problemText(draft.problem);
  return (
    <Panel
      foot={
        <>
          {problem ? <Notice tone="danger">{problem}</Notice> : null}
          <output className={classes['total']} aria-live="polite" data-tone="give">
            <span>{t('returns.toGive')}</span>
            <strong>{money(total)}</strong>
          </output>
          <Button
            tone="danger"
            size="large"
            isWide
            keyName="F8"
            disabled={!isReady}
            isBusy={isBusy}
            onClick={give}
          >
            {label}
          </Button>
          <Button tone="quiet" isWide onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <Notice tone="info">{t('returns.blindHint')}</Notice>
      {tender !== 'cash' ? (
        <CreditFields {...draft} tender={tender} />
      ) : (
        <CustomerField customer={customer} onChange={setCustomer} />
      )}
    </Panel>
  );
};
