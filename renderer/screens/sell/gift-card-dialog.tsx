import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maskedCode } from '#shared/domain/payment/masked-code.ts';
import type { GiftCardProblem } from '#shared/domain/pricing/gift-card.ts';
import { giftCardLimitsOf } from '#shared/domain/settings/default-policy.ts';
import { CURRENCY_SYMBOLS } from '#shared/i18n/money.ts';
import { minor, MINOR_DIGITS } from '#shared/kernel/money.ts';
import { cardRefusal } from '#renderer/commands/gift-card-refusal.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { addGiftCard, nextGiftCard } from '#renderer/session/open-basket.ts';
import { useBasket, useTill } from '#renderer/session/till-context.ts';
import { useProblemText } from '#renderer/session/use-problem-text.ts';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { CodeForm } from '#renderer/ui/entry/code-form.tsx';
import { EMPTY_ENTRY, entryValue } from '#renderer/ui/entry/entry.ts';
import { EntryField } from '#renderer/ui/entry/entry-field.tsx';
import { LabeledAmount } from '#renderer/ui/entry/labeled-amount.tsx';
import { PadDialog } from '#renderer/ui/entry/pad-dialog.tsx';
import { useEntry } from '#renderer/ui/entry/use-entry.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';

type GiftCardDialogProps = { readonly onClose: () => void };

/** A gift card is sold, or loaded once more: which, and with how much. It is a line of the basket until that is paid. */
export const GiftCardDialog = ({ onClose }: GiftCardDialogProps) => {
  const { t } = useTranslation();
  const { store } = useTill();
  const problemText = useProblemText();
  const { policy } = useReferences();
  const basket = useBasket((state) => state.basket);
  const [code, setCode] = useState<string | null>(null);
  const [problem, setProblem] = useState<GiftCardProblem | null>(null);
  if (code !== null) return <AmountDialog code={code} onClose={onClose} />;
  const take = async (said: string): Promise<void> => {
    const refused = cardRefusal(
      store,
      nextGiftCard(basket, said, giftCardLimitsOf(policy).least),
      basket,
    );
    setProblem(refused);
    if (refused === null) setCode(said);
  };
  return (
    <Dialog title={t('storedValue.sell')} onClose={onClose} width={480}>
      <CodeForm
        label={t('storedValue.cardNumber')}
        submitLabel={t('storedValue.goOn')}
        problem={problem && problemText(problem)}
        onSubmit={take}
      />
    </Dialog>
  );
};

type AmountDialogProps = GiftCardDialogProps & { readonly code: string };

const AmountDialog = ({ code, onClose }: AmountDialogProps) => {
  const { t } = useTranslation();
  const { currency, money } = useFormat();
  const { store } = useTill();
  const { policy } = useReferences();
  const basket = useBasket((state) => state.basket);
  const change = useBasket((state) => state.change);
  const { entry, press } = useEntry(EMPTY_ENTRY, MINOR_DIGITS);
  const amount = minor(entryValue(entry, MINOR_DIGITS) ?? 0);
  const { least, most } = giftCardLimitsOf(policy);
  return (
    <PadDialog
      title={t('storedValue.sell')}
      corner="point"
      onPress={press}
      submitLabel={t('storedValue.add')}
      canSubmit={cardRefusal(store, nextGiftCard(basket, code, amount), basket) === null}
      onSubmit={() => {
        change((open) => addGiftCard(open, code, amount));
        onClose();
      }}
      onClose={onClose}
    >
      <LabeledAmount label={t('tender.gift_card')} amount={maskedCode(code)} />
      <EntryField label={t('storedValue.putOn')} entry={entry} unit={CURRENCY_SYMBOLS[currency]} />
      <p style={{ margin: 0, color: 'var(--text-2)' }}>
        {t('problems.gift_card_amount_wrong', { least: money(least), most: money(most) })}
      </p>
    </PadDialog>
  );
};
