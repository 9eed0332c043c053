import { IconCheck, IconCreditCard, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCardQuestion } from '../session/use-card-question.ts';
import { Button } from '../ui/button/button.tsx';
import { Dialog } from '../ui/dialog/dialog.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import { useKeys } from '../ui/keys/use-keys.ts';
import { useFormat } from '../ui/language/use-format.ts';

/** The card machine beside the till has no wire: the cashier takes the money or gives it back there, and says here what it did. */
export const CardQuestion = () => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const question = useCardQuestion();
  if (!question) return null;
  const { act, amount, currency, afterwards, answer } = question;
  const isRefund = act === 'refund';
  const words = isRefund
    ? ({ title: 'returns.cardTitle', told: 'returns.cardInstruction' } as const)
    : ({ title: 'card.title', told: 'card.instruction' } as const);
  const approve = (): void => answer({ type: 'approved', reference: null });
  return (
    <Dialog
      title={t(words.title)}
      onClose={afterwards ? undefined : () => answer({ type: 'canceled' })}
    >
      <div style={{ display: 'grid', gap: 'var(--sp-4)' }}>
        <ApproveKey onApprove={approve} />
        <p
          style={{ display: 'flex', gap: 'var(--sp-3)', margin: 0, fontSize: 22, fontWeight: 700 }}
        >
          <IconCreditCard size={30} aria-hidden />
          {t(words.told, { amount: money(amount, currency) })}
        </p>
        {afterwards ? (
          <Notice tone="warn">{t(isRefund ? 'returns.cardUnclear' : 'card.unclearHint')}</Notice>
        ) : null}
        <p style={{ margin: 0, color: 'var(--text-2)' }}>{t('card.question')}</p>
        <Button
          tone="primary"
          size="large"
          isWide
          keyName="Enter"
          icon={<IconCheck size={24} />}
          onClick={approve}
        >
          {t('card.approved')}
        </Button>
        <Button
          size="large"
          isWide
          icon={<IconX size={24} />}
          onClick={() => answer({ type: 'declined' })}
        >
          {t('card.declined')}
        </Button>
      </div>
    </Dialog>
  );
};

const ApproveKey = ({ onApprove }: { readonly onApprove: () => void }) => {
  const { t } = useTranslation();
  useKeys([{ key: 'Enter', label: t('card.approved'), run: onApprove }]);
  return null;
};
