import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveCustomer } from '#renderer/commands/save-customer.ts';
import type { BasketCustomer } from '#renderer/session/open-basket.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { useCustomerProblemText } from '#renderer/session/use-customer-problem-text.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { CustomerRow } from './customer-row.tsx';
import classes from './customer.module.css';

type CustomerFormProps = {
  /** Goes where it belongs, so that nobody types it twice. */
  readonly lookedFor: string;
  readonly onChoose: (customer: BasketCustomer) => void;
};

type Shown = Parameters<ReturnType<typeof useCustomerProblemText>>[0];

const isName = (text: string): boolean => /\p{L}/u.test(text);

const knownIn = (problem: Shown | null) =>
  problem?.type === 'customer_known' ? problem.customer : null;

/** A customer is written down: a name, and by what they are found again. */
export const CustomerForm = ({ lookedFor, onChoose }: CustomerFormProps) => {
  const { t } = useTranslation();
  const problemText = useCustomerProblemText();
  const { run, isBusy } = useCommand(saveCustomer);
  const [customerId] = useState(() => crypto.randomUUID());
  const [name, setName] = useState(isName(lookedFor) ? lookedFor.trim() : '');
  const [phone, setPhone] = useState(isName(lookedFor) ? '' : lookedFor.trim());
  const [loyaltyCard, setLoyaltyCard] = useState('');
  const [problem, setProblem] = useState<Shown | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const save = async (): Promise<void> => {
    setProblem(null);
    const saved = await run({ customerId, name, phone, loyaltyCard });
    if (saved.ok) onChoose(saved.value);
    else setProblem(saved.problem);
  };
  useScanner({
    onScan: async (code) => {
      setLoyaltyCard(code);
      return true;
    },
  });
  useKeys([{ key: 'F8', label: t('customer.save'), run: () => void save() }]);
  const words = problem && problemText(problem);
  const known = knownIn(problem);
  return (
    <div className={classes['parts']}>
      <TextInput
        size="lg"
        label={t('customer.name')}
        value={name}
        maxLength={200}
        autoComplete="off"
        ref={first}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <TextInput
        size="lg"
        type="tel"
        label={t('customer.phone')}
        value={phone}
        maxLength={40}
        autoComplete="off"
        onChange={({ currentTarget }) => setPhone(currentTarget.value)}
      />
      <TextInput
        size="lg"
        label={t('customer.loyaltyCard')}
        value={loyaltyCard}
        maxLength={40}
        autoComplete="off"
        onChange={({ currentTarget }) => setLoyaltyCard(currentTarget.value)}
      />
      {words ? <Notice tone="danger">{words}</Notice> : null}
      {known ? <CustomerRow customer={known} onChoose={() => onChoose(known)} /> : null}
      <Button
        tone="primary"
        size="large"
        isWide
        keyName="F8"
        isBusy={isBusy}
        onClick={() => void save()}
      >
        {t('customer.save')}
      </Button>
    </div>
  );
};
