import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CHARSETS, type Printer } from '#shared/devices/printing.ts';
import { AddressFields, ConnectionChoice, usualAddress } from './address-fields.tsx';
import classes from './devices.module.css';

type PrinterFormProps = {
  readonly printer: Printer;
  readonly onChange: (printer: Printer) => void;
};

const NAMES = {
  ascii: 'ASCII',
  cp866: 'CP866 · Русский',
  cp1125: 'CP1125 · Українська',
  win1251: 'Windows-1251',
  rk1048: 'RK1048 · Қазақша',
} as const;

/** Millimetres, and how many letters stand on a line of it. */
const PAPERS = [
  { columns: 48, width: '80' },
  { columns: 42, width: '80' },
  { columns: 32, width: '58' },
] as const;

const whole = (text: string): number => Number(text.replaceAll(/\D/g, '').slice(0, 6));

/** Receipt printers of the network listen here. */
const USUAL_PORT = 9100;

/** How a printer is reached, and what it can. */
export const PrinterForm = ({ printer, onChange }: PrinterFormProps) => {
  const { t } = useTranslation();
  const change = (part: Partial<Printer>): void => onChange({ ...printer, ...part });
  return (
    <>
      <div className={classes['pair']}>
        <TextInput
          size="md"
          label={t('devices.name')}
          value={printer.name}
          maxLength={80}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <NativeSelect
          size="md"
          label={t('devices.paper')}
          value={String(printer.columns)}
          onChange={(event) =>
            change({
              columns:
                PAPERS.find(({ columns }) => String(columns) === event.currentTarget.value)
                  ?.columns ?? 48,
            })
          }
          data={PAPERS.map(({ columns, width }) => ({
            value: String(columns),
            label: t('devices.paperWidth', { width, columns: String(columns) }),
          }))}
        />
      </div>
      <ConnectionChoice
        kinds={['network', 'usb', 'serial']}
        chosen={printer.address.type}
        onChoose={(kind) => change({ address: usualAddress(kind, USUAL_PORT) })}
      />
      <AddressFields address={printer.address} onChange={(address) => change({ address })} />
      <div className={classes['pair']}>
        <NativeSelect
          size="md"
          label={t('devices.charset')}
          value={printer.charset}
          onChange={(event) =>
            change({
              charset: CHARSETS.find((name) => name === event.currentTarget.value) ?? 'ascii',
            })
          }
          data={CHARSETS.map((value) => ({ value, label: NAMES[value] }))}
        />
        <TextInput
          size="md"
          inputMode="numeric"
          label={t('devices.codePage')}
          value={String(printer.codePage)}
          onChange={(event) =>
            change({ codePage: Math.min(255, whole(event.currentTarget.value)) })
          }
        />
      </div>
    </>
  );
};
