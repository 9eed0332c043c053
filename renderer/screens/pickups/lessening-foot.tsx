import { useTranslation } from 'react-i18next';
import type { LesseningPlan } from '#renderer/session/use-lessening.ts';
import { useProblemText } from '#renderer/session/use-problem-text.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';

type LesseningFootProps = {
  readonly plan: LesseningPlan;
  /** What it is called where no money moves. */
  readonly label: string;
  readonly disabled?: boolean;
  readonly onDone: () => void;
};

/** What money goes back and where, and the button that says so. */
export const LesseningFoot = ({ plan, label, disabled = false, onDone }: LesseningFootProps) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const problemText = useProblemText();
  const { refunds, byProvider, isBusy } = plan;
  const problem = plan.problem && problemText(plan.problem);
  const run = (): void => {
    void plan.run().then((isDone) => {
      if (isDone) onDone();
    }, reportError);
  };
  const words =
    refunds.length === 0
      ? label
      : refunds
          .map(({ tender, amount }) =>
            t('pickupWork.giveBack', { amount: money(amount), tender: t(`tender.${tender}`) }),
          )
          .join(' + ');
  useKeys([{ key: 'F8', label: words, disabled: disabled || isBusy, run }]);
  return (
    <>
      {byProvider > 0 ? (
        <Notice tone="info">{t('pickupWork.providerGives', { amount: money(byProvider) })}</Notice>
      ) : null}
      {byProvider <= 0 && refunds.length === 0 ? (
        <Notice tone="neutral">{t('pickupWork.nothingBack')}</Notice>
      ) : null}
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      <Button
        tone="danger"
        size="large"
        isWide
        keyName="F8"
        isBusy={isBusy}
        disabled={disabled}
        onClick={run}
      >
        {words}
      </Button>
    </>
  );
};
