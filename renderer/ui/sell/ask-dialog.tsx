import { TextInput } from '@mantine/core';
import { IconCalendarX, IconId, IconReceiptTax } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#shared/domain/pricing/particulars.ts';
import type { Ask } from '#shared/domain/catalog/asks.ts';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { Notice } from '../feedback/notice.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useFormat } from '../language/use-format.ts';
import { useScanner } from '../scanner/use-scanner.ts';
import classes from './ask-dialog.module.css';

type AskDialogProps = {
  readonly name: string;
  readonly ask: Exclude<Ask, { readonly type: 'weight' }>;
  /** Of an age: it was checked. */
  readonly onChecked: (years: number) => void;
  /** `not_of_this`: it is not one of these goods, or lies in the basket already. */
  readonly onCode: (code: string) => Promise<'taken' | 'not_of_this' | 'too_long'>;
  /** The goods are not sold. */
  readonly onGiveUp: () => void;
};

/** What a product asks before it goes into the basket. */
export const AskDialog = ({ name, ask, onChecked, onCode, onGiveUp }: AskDialogProps) => (
  <Dialog
    key={ask.type}
    title={name}
    onClose={onGiveUp}
    width={520}
    isForTyping={ask.type === 'serial' || ask.type === 'batch' || ask.type === 'mark'}
  >
    {ask.type === 'age' ? (
      <AgeCheck {...ask} onChecked={onChecked} onGiveUp={onGiveUp} />
    ) : ask.type === 'expired' ? (
      <Expired on={ask.on} onGiveUp={onGiveUp} />
    ) : ask.type === 'untaxed' ? (
      <Untaxed onGiveUp={onGiveUp} />
    ) : (
      <CodeEntry key={ask.type} type={ask.type} onCode={onCode} />
    )}
  </Dialog>
);

type AgeCheckProps = Pick<AskDialogProps, 'onChecked' | 'onGiveUp'> & {
  readonly years: number;
  readonly bornBy: string;
};

const AgeCheck = ({ years, bornBy, onChecked, onGiveUp }: AgeCheckProps) => {
  const { t } = useTranslation();
  const { longDate } = useFormat();
  const run = (): void => onChecked(years);
  useKeys([{ key: 'F8', label: t('ask.ageChecked'), run }]);
  return (
    <div className={classes['parts']}>
      <p className={classes['lead']}>
        <IconId size={28} aria-hidden /> {t('ask.age', { years: String(years) })}
      </p>
      <p className={classes['day']}>{t('ask.bornBy', { date: longDate(`${bornBy}T12:00:00Z`) })}</p>
      <p className={classes['quiet']}>{t('ask.ageHint')}</p>
      <div className={classes['acts']}>
        <Button size="large" keyName="Esc" onClick={onGiveUp}>
          {t('ask.notSold')}
        </Button>
        <Button tone="primary" size="large" keyName="F8" onClick={run}>
          {t('ask.ageChecked')}
        </Button>
      </div>
    </div>
  );
};

type RefusedProps = Pick<AskDialogProps, 'onGiveUp'> & {
  readonly icon: ReactNode;
  readonly why: string;
  readonly hint: string;
};

/** Goods that are not sold, whatever is answered. */
const Refused = ({ icon, why, hint, onGiveUp }: RefusedProps) => {
  const { t } = useTranslation();
  useKeys([
    { key: 'Enter', label: t('ask.notSold'), run: onGiveUp },
    { key: 'F8', label: t('ask.notSold'), run: onGiveUp },
  ]);
  return (
    <div className={classes['parts']}>
      <p className={classes['lead']}>
        {icon} {why}
      </p>
      <p className={classes['quiet']}>{hint}</p>
      <Button tone="primary" size="large" isWide keyName="F8" onClick={onGiveUp}>
        {t('ask.notSold')}
      </Button>
    </div>
  );
};

const Expired = ({ on, onGiveUp }: Pick<AskDialogProps, 'onGiveUp'> & { readonly on: string }) => {
  const { t } = useTranslation();
  const { longDate } = useFormat();
  return (
    <Refused
      icon={<IconCalendarX size={28} aria-hidden />}
      why={t('ask.expired', { date: longDate(`${on}T12:00:00Z`) })}
      hint={t('ask.expiredHint')}
      onGiveUp={onGiveUp}
    />
  );
};

const Untaxed = ({ onGiveUp }: Pick<AskDialogProps, 'onGiveUp'>) => {
  const { t } = useTranslation();
  return (
    <Refused
      icon={<IconReceiptTax size={28} aria-hidden />}
      why={t('ask.untaxed')}
      hint={t('ask.untaxedHint')}
      onGiveUp={onGiveUp}
    />
  );
};

type CodeEntryProps = Pick<AskDialogProps, 'onCode'> & {
  readonly type: 'serial' | 'batch' | 'mark';
};

const CodeEntry = ({ type, onCode }: CodeEntryProps) => {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [refused, setRefused] = useState<'not_of_this' | 'too_long' | null>(null);
  const submit = async (text: string): Promise<boolean> => {
    const answer = await onCode(text);
    setRefused(answer === 'taken' ? null : answer);
    // The next piece may be asked for the same.
    if (answer === 'taken') setCode('');
    return answer === 'taken';
  };
  const canSubmit = code.trim() !== '';
  const run = (): void => void submit(code).catch(reportError);
  useScanner({ onScan: (text) => submit(text) });
  useKeys([
    { key: 'Enter', label: t('ask.take'), disabled: !canSubmit, run },
    { key: 'F8', label: t('ask.take'), disabled: !canSubmit, run },
  ]);
  return (
    <div className={classes['parts']}>
      <TextInput
        data-autofocus
        size="lg"
        label={t(`ask.${type}`)}
        description={t(type === 'mark' ? 'ask.scanMark' : 'ask.scanOrType')}
        autoComplete="off"
        maxLength={LONGEST[type]}
        value={code}
        onChange={({ currentTarget }) => {
          setRefused(null);
          setCode(currentTarget.value);
        }}
      />
      {refused === null ? null : (
        <Notice tone="danger">
          {refused === 'too_long'
            ? t('entry.codeTooLong', { longest: String(LONGEST[type]) })
            : t('ask.notOfThis')}
        </Notice>
      )}
      <Button tone="primary" size="large" isWide keyName="F8" disabled={!canSubmit} onClick={run}>
        {t('ask.take')}
      </Button>
    </div>
  );
};
