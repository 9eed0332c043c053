import { TextInput } from '@mantine/core';
import { IconCheck, IconCreditCard, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardQuestion as Question } from '../host/confirmed-card-driver.ts';
import { useCardQuestion } from '../session/use-card-question.ts';
import { Button } from '../ui/button/button.tsx';
import { Dialog } from '../ui/dialog/dialog.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import { useKeys } from '../ui/keys/use-keys.ts';
import { useFormat } from '../ui/language/use-format.ts';
import { useScanner } from '../ui/scanner/use-scanner.ts';

/** The card machine beside the till has no wire: the cashier takes the money or gives it back there, and says here what it did. */
export const CardQuestion = () => {
  const { t } = useTranslation();
  const question = useCardQuestion();
  if (!question) return null;
  const { act, afterwards, answer } = question;
  return (
    <Dialog
      title={t(act === 'refund' ? 'returns.cardTitle' : 'card.title')}
      onClose={afterwards ? undefined : () => answer({ type: 'canceled' })}
    >
      <CardAnswer question={question} />
    </Dialog>
  );
};

const LAST_FOUR = 4;

const digitsIn = (text: string): string => text.replaceAll(/\D/g, '').slice(-LAST_FOUR);

/** Enter says that the machine approved; digits that are typed before it are the card's last four. */
const CardAnswer = ({ question }: { readonly question: Question }) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const [lastFour, setLastFour] = useState('');
  const { act, amount, currency, afterwards, answer } = question;
  const isRefund = act === 'refund';
  const told = isRefund ? 'returns.cardInstruction' : 'card.instruction';
  const approve = (): void =>
    answer({ type: 'approved', reference: lastFour.length === LAST_FOUR ? lastFour : null });
  useKeys([{ key: 'Enter', label: t('card.approved'), run: approve }]);
  useScanner({
    onScan: () => false,
    onTyped: ({ decoded }) => setLastFour((before) => digitsIn(before + decoded)),
  });
  return (
    <div style={{ display: 'grid', gap: 'var(--sp-4)' }}>
      <p style={{ display: 'flex', gap: 'var(--sp-3)', margin: 0, fontSize: 22, fontWeight: 700 }}>
        <IconCreditCard size={30} aria-hidden />
        {t(told, { amount: money(amount, currency) })}
      </p>
      {afterwards ? (
        <Notice tone="warn">{t(isRefund ? 'returns.cardUnclear' : 'card.unclearHint')}</Notice>
      ) : null}
      {isRefund ? null : (
        <TextInput
          size="lg"
          label={t('card.lastFour')}
          description={t('card.lastFourHint')}
          inputMode="numeric"
          autoComplete="off"
          value={lastFour}
          onChange={({ currentTarget }) => setLastFour(digitsIn(currentTarget.value))}
        />
      )}
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
  );
};
