import { IconTicket, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayCode } from '#renderer/commands/say-code.ts';
import { withCode, withoutCodes } from '#renderer/session/open-basket.ts';
import { useBasket, useTill } from '#renderer/session/till-context.ts';
import { useCodeProblemText } from '#renderer/session/use-code-problem-text.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { CodeForm } from '#renderer/ui/entry/code-form.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import type { CodeProblem } from '#shared/domain/pricing/promo-codes.ts';

/** The customer says a promo code; what it takes off shows on the lines. */
export const CodeDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { store, askCustomer } = useTill();
  const problemText = useCodeProblemText();
  const basket = useBasket((state) => state.basket);
  const change = useBasket((state) => state.change);
  const [problem, setProblem] = useState<CodeProblem | null>(null);
  const codes = basket.buyer?.codes ?? [];
  const use = async (text: string): Promise<void> => {
    setProblem(null);
    const customerId = basket.customer?.id ?? null;
    const said = await sayCode(store, askCustomer, { text, customerId, said: codes });
    if (!said.ok) return setProblem(said.problem);
    change((open) => withCode(open, said.value));
    onClose();
  };
  return (
    <Dialog title={t('promoCode.title')} onClose={onClose} width={480}>
      <CodeForm
        label={t('promoCode.title')}
        hint={t('promoCode.hint')}
        asking={t('promoCode.asking')}
        shortest={3}
        submitLabel={t('promoCode.use')}
        problem={problem && problemText(problem)}
        onSubmit={use}
      >
        {codes.length === 0 ? null : (
          <Notice tone="info" icon={<IconTicket size={24} />}>
            {t('promoCode.applied', { codes: codes.join(', ') })}
          </Notice>
        )}
      </CodeForm>
      {codes.length === 0 ? null : (
        <div style={{ marginTop: 'var(--sp-3)' }}>
          <Button
            isWide
            icon={<IconTrash size={22} />}
            onClick={() => {
              change(withoutCodes);
              onClose();
            }}
          >
            {t('promoCode.remove')}
          </Button>
        </div>
      )}
    </Dialog>
  );
};
