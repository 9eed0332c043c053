import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { saveCustomer } from '#renderer/commands/save-customer.ts';
import type { BasketCustomer } from '#renderer/session/open-basket.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { useCustomerProblemText } from '#renderer/session/use-customer-problem-text.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { CustomerLanguageField } from '#renderer/ui/customer/customer-language-field.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { CustomerRow } from './customer-row.tsx';
import classes from './customer.module.css';

/** Somebody new by what was looked for, which goes where it belongs, so that nobody types it twice; or one who is known. */
export type WrittenDown =
  | { readonly type: 'new'; readonly lookedFor: string }
  | { readonly type: 'known'; readonly customer: Customer };

type CustomerFormProps = {
  readonly written: WrittenDown;
  readonly onChoose: (customer: BasketCustomer) => void;
};

type Shown = Parameters<ReturnType<typeof useCustomerProblemText>>[0];

type Typed = Required<Pick<Customer, 'name' | 'phone' | 'email' | 'language'>> & {
  readonly loyaltyCard: string;
};

const isName = (text: string): boolean => /\p{L}/u.test(text);

const typedOf = (written: WrittenDown): Typed => {
  if (written.type === 'new') {
    const lookedFor = written.lookedFor.trim();
    const isNamed = isName(lookedFor);
    return {
      name: isNamed ? lookedFor : '',
      phone: isNamed ? '' : lookedFor,
      loyaltyCard: '',
      email: '',
      language: '',
    };
  }
  const { name, phone, loyaltyCard, email, language } = written.customer;
  return {
    name,
    phone,
    loyaltyCard: loyaltyCard ?? '',
    email: email ?? '',
    language: language ?? '',
  };
};

const knownIn = (problem: Shown | null) =>
  problem?.type === 'customer_known' ? problem.customer : null;

const FIELDS = [
  { name: 'name', type: 'text', maxLength: 200 },
  { name: 'phone', type: 'tel', maxLength: 40 },
  { name: 'loyaltyCard', type: 'text', maxLength: 40 },
  { name: 'email', type: 'email', maxLength: 200 },
] as const;

/** A customer is written down, or what is known of one is put right: a name, and by what they are found again. */
export const CustomerForm = ({ written, onChoose }: CustomerFormProps) => {
  const { t } = useTranslation();
  const problemText = useCustomerProblemText();
  const { run, isBusy } = useCommand(saveCustomer);
  const told = written.type === 'known' ? written.customer : null;
  const [customerId] = useState(() => told?.id ?? crypto.randomUUID());
  const [typed, setTyped] = useState(() => typedOf(written));
  const [problem, setProblem] = useState<Shown | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const save = async (): Promise<void> => {
    setProblem(null);
    const saved = await run({ customerId, told, ...typed });
    if (saved.ok) onChoose(saved.value);
    else setProblem(saved.problem);
  };
  useScanner({
    onScan: async (loyaltyCard) => {
      setTyped((before) => ({ ...before, loyaltyCard }));
      return true;
    },
  });
  useKeys([{ key: 'F8', label: t('customer.save'), run: () => void save() }]);
  const words = problem && problemText(problem);
  const known = knownIn(problem);
  return (
    <div className={classes['parts']}>
      <div className={classes['fields']}>
        {FIELDS.map(({ name, type, maxLength }, place) => (
          <TextInput
            key={name}
            size="lg"
            type={type}
            label={t(`customer.${name}`)}
            value={typed[name]}
            maxLength={maxLength}
            autoComplete="off"
            ref={place === 0 ? first : null}
            onChange={({ currentTarget }) => setTyped({ ...typed, [name]: currentTarget.value })}
          />
        ))}
      </div>
      <CustomerLanguageField
        value={typed.language}
        onChange={(language) => setTyped({ ...typed, language })}
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
        {t(told === null ? 'customer.save' : 'customer.saveChange')}
      </Button>
    </div>
  );
};
