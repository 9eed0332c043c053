import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maskedCode } from '#shared/domain/payment/masked-code.ts';
import type { Balance } from '#renderer/commands/look-up-balance.ts';
import { useBalance } from '#renderer/session/use-balance.ts';
import { useNow } from '#renderer/session/use-now.ts';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { CodeForm } from '#renderer/ui/entry/code-form.tsx';
import { LabeledAmount } from '#renderer/ui/entry/labeled-amount.tsx';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './balance-dialog.module.css';

type Asked =
  | { readonly type: 'nothing' }
  | { readonly type: 'refused'; readonly problem: string }
  | { readonly type: 'told'; readonly code: string; readonly balance: Balance };

/** What is left on a gift card or store credit: nothing is sold and nothing moves. */
export const BalanceDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const look = useBalance();
  const [asked, setAsked] = useState<Asked>({ type: 'nothing' });
  /** An answer empties the field: the whole code stands nowhere any longer than it is needed. */
  const [answers, setAnswers] = useState(0);
  const ask = async (code: string): Promise<void> => {
    setAsked({ type: 'nothing' });
    const found = await look(code);
    if (!found.ok) {
      setAsked({ type: 'refused', problem: found.problem });
      return;
    }
    setAsked({ type: 'told', code: maskedCode(code), balance: found.value });
    setAnswers((before) => before + 1);
  };
  return (
    <Dialog title={t('storedValue.balance')} onClose={onClose} width={480}>
      <CodeForm
        key={answers}
        submitLabel={t('storedValue.look')}
        problem={asked.type === 'refused' ? asked.problem : null}
        onSubmit={ask}
      >
        {asked.type === 'told' ? <Left {...asked} /> : null}
      </CodeForm>
    </Dialog>
  );
};

type LeftProps = { readonly code: string; readonly balance: Balance };

const MINUTE = 60_000;

const Left = ({ code, balance: { currency, balance, at, isNow } }: LeftProps) => {
  const { t } = useTranslation();
  const { money, dayAndTime } = useFormat();
  const now = useNow(MINUTE);
  return (
    <output className={classes['told']} aria-live="polite">
      <LabeledAmount label={code} amount={money(balance, currency)} />
      {isNow ? null : (
        <>
          <StatusBadge tone="warn">{t('common.asOf', { time: dayAndTime(at, now) })}</StatusBadge>
          <p className={classes['hint']}>{t('storedValue.lastKnown')}</p>
        </>
      )}
    </output>
  );
};
