import { IconBackspace } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { keepFocus } from '../button/keep-focus.ts';
import { useFormat } from '../language/use-format.ts';
import type { EntryKey } from './entry.ts';
import classes from './number-pad.module.css';

type NumberPadProps = {
  readonly onPress: (key: EntryKey) => void;
  /** Below 7-8-9: two zeros for whole amounts, the decimal mark, or clear for codes. */
  readonly corner: '00' | 'point' | 'clear';
  readonly disabled?: boolean;
};

const DIGITS = ['7', '8', '9', '4', '5', '6', '1', '2', '3'] as const;

export const NumberPad = ({ onPress, corner, disabled = false }: NumberPadProps) => {
  const { t } = useTranslation();
  const { decimalMark } = useFormat();
  const cornerText = { '00': '00', point: decimalMark, clear: 'C' }[corner];
  const button = (key: EntryKey, content: React.ReactNode, label?: string) => (
    <button
      key={key}
      type="button"
      className={classes['key']}
      aria-label={label}
      disabled={disabled}
      onPointerDown={keepFocus}
      onClick={() => onPress(key)}
    >
      {content}
    </button>
  );
  return (
    <div className={classes['pad']}>
      {DIGITS.map((digit) => button(digit, digit))}
      {button(corner, cornerText, corner === 'clear' ? t('entry.clear') : undefined)}
      {button('0', '0')}
      {button('backspace', <IconBackspace size={26} aria-hidden />, t('entry.backspace'))}
    </div>
  );
};
