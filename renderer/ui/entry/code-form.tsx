import { TextInput } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { Notice } from '../feedback/notice.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useScanner } from '../scanner/use-scanner.ts';
import classes from './payment-dialog.module.css';

/** Longer than any card's number. */
const LONGEST = 64;
const SHORTEST = 4;

type CodeFormProps = {
  readonly submitLabel: string;
  /** Of the field, its help, and what is said while it is asked; left out = a gift card's. */
  readonly label?: string;
  readonly hint?: string;
  readonly asking?: string;
  /** Signs that a code has at least. */
  readonly shortest?: number;
  /** In the reader's language. */
  readonly problem: string | null;
  readonly onSubmit: (code: string) => Promise<void>;
  /** What is known of the code. */
  readonly children?: ReactNode;
};

/** The number of a gift card or store credit, or a promo code: scanned, or typed. */
export const CodeForm = ({ submitLabel, problem, onSubmit, children, ...props }: CodeFormProps) => {
  const { t } = useTranslation();
  const { shortest = SHORTEST } = props;
  const [code, setCode] = useState('');
  const [isTooLong, setTooLong] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const asking = useRef(false);
  const submit = async (text: string): Promise<void> => {
    const asked = text.trim();
    if (asked.length < shortest || asking.current) return;
    // What is scanned is held to the same length as what is typed.
    setTooLong(asked.length > LONGEST);
    if (asked.length > LONGEST) return;
    asking.current = true;
    setCode(asked);
    setAsking(true);
    try {
      await onSubmit(asked);
    } finally {
      asking.current = false;
      setAsking(false);
    }
  };
  const run = (): void => void submit(code).catch(reportError);
  const canSubmit = code.trim().length >= shortest;
  useScanner({
    onScan: (text) => {
      void submit(text).catch(reportError);
      return true;
    },
    onTyped: ({ text }) => setCode((before) => (before + text).slice(0, LONGEST)),
  });
  useKeys([
    {
      key: 'Backspace',
      label: t('entry.backspace'),
      run: () => setCode((before) => before.slice(0, -1)),
    },
    { key: 'Enter', label: submitLabel, disabled: !canSubmit, run },
    { key: 'F8', label: submitLabel, disabled: !canSubmit, run },
  ]);
  return (
    <div className={classes['form']}>
      <TextInput
        size="lg"
        label={props.label ?? t('storedValue.number')}
        description={props.hint ?? t('storedValue.numberHint')}
        autoComplete="off"
        maxLength={LONGEST}
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      {isAsking ? (
        <p className={classes['hint']}>{props.asking ?? t('storedValue.asking')}</p>
      ) : null}
      {isTooLong ? (
        <Notice tone="danger">{t('entry.codeTooLong', { longest: String(LONGEST) })}</Notice>
      ) : null}
      {problem !== null && !isAsking && !isTooLong ? (
        <Notice tone="danger">{problem}</Notice>
      ) : null}
      {children}
      <Button
        tone="primary"
        size="large"
        isWide
        keyName="F8"
        disabled={!canSubmit}
        isBusy={isAsking}
        onClick={run}
      >
        {submitLabel}
      </Button>
    </div>
  );
};
