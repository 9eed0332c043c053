import { TextInput } from '@mantine/core';
import { IconCheck, IconRefresh, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MachineQuestion as Question } from '../host/machine-desk.ts';
import { Button } from '../ui/button/button.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import { useKeys } from '../ui/keys/use-keys.ts';
import { useScanner } from '../ui/scanner/use-scanner.ts';

const LAST_FOUR = 4;

const digitsIn = (text: string): string => text.replaceAll(/\D/g, '').slice(-LAST_FOUR);

const WORDS = {
  card: { question: 'card.question', yes: 'card.approved', no: 'card.declined' },
  qr: { question: 'card.qrQuestion', yes: 'card.qrArrived', no: 'card.qrNotArrived' },
} as const;

const UNCLEAR = {
  payment: { card: 'card.unclearHint', qr: 'card.qrUnclearHint' },
  refund: { card: 'returns.cardUnclear', qr: 'returns.qrUnclear' },
} as const;

/** The cashier says what the machine did. Enter says yes; digits that are typed before it are the card's last four. */
export const MachineQuestion = ({ question }: { readonly question: Question }) => {
  const { t } = useTranslation();
  const [lastFour, setLastFour] = useState('');
  const { act, tender, afterwards, isSilent, answer } = question;
  const words = act === 'refund' ? WORDS.card : WORDS[tender];
  const asksCard = act === 'payment' && tender === 'card';
  const approve = (): void =>
    answer({ type: 'approved', reference: lastFour.length === LAST_FOUR ? lastFour : null });
  useKeys([{ key: 'Enter', label: t(words.yes), run: approve }]);
  useScanner({
    onScan: () => false,
    onTyped: ({ decoded }) => setLastFour((before) => digitsIn(before + decoded)),
  });
  return (
    <>
      {afterwards ? (
        <Notice tone="warn" title={isSilent ? t('card.silent') : undefined}>
          {t(UNCLEAR[act][tender])}
        </Notice>
      ) : null}
      {isSilent ? (
        <Button
          size="large"
          isWide
          icon={<IconRefresh size={24} />}
          onClick={() => answer({ type: 'unknown' })}
        >
          {t('card.askAgain')}
        </Button>
      ) : null}
      {asksCard ? (
        <TextInput
          size="lg"
          label={t('card.lastFour')}
          description={t('card.lastFourHint')}
          inputMode="numeric"
          autoComplete="off"
          value={lastFour}
          onChange={({ currentTarget }) => setLastFour(digitsIn(currentTarget.value))}
        />
      ) : null}
      <p style={{ margin: 0, color: 'var(--text-2)' }}>
        {t(act === 'refund' && tender === 'qr' ? 'returns.qrQuestion' : words.question)}
      </p>
      <Button
        tone="primary"
        size="large"
        isWide
        keyName="Enter"
        icon={<IconCheck size={24} />}
        onClick={approve}
      >
        {t(words.yes)}
      </Button>
      <Button
        size="large"
        isWide
        icon={<IconX size={24} />}
        onClick={() => answer({ type: 'declined' })}
      >
        {t(words.no)}
      </Button>
    </>
  );
};
