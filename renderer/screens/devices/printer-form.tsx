import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CHARSETS, type Printer, type PrinterAddress } from '#shared/devices/printing.ts';
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

/** The address of each kind that is most likely. */
const usual = (type: string): PrinterAddress => {
  if (type === 'usb') return { type, path: '/dev/usb/lp0' };
  return { type: 'network', host: '', port: 9100 };
};

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
      {/* What cuts off its content shrinks to nothing in a grid that scrolls. */}
      <div>
        <SegmentedControl
          size="md"
          fullWidth
          aria-label={t('devices.connection')}
          value={printer.address.type}
          onChange={(type) => change({ address: usual(type) })}
          data={[
            { value: 'network', label: t('devices.network') },
            { value: 'usb', label: t('devices.usb') },
          ]}
        />
      </div>
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

type AddressFieldsProps = {
  readonly address: PrinterAddress;
  readonly onChange: (address: PrinterAddress) => void;
};

const AddressFields = ({ address, onChange }: AddressFieldsProps) => {
  const { t } = useTranslation();
  if (address.type === 'usb')
    return (
      <TextInput
        size="md"
        label={t('devices.path')}
        value={address.path}
        onChange={(event) => onChange({ ...address, path: event.currentTarget.value })}
      />
    );
  return (
    <div className={classes['pair']}>
      <TextInput
        size="md"
        label={t('devices.host')}
        placeholder="192.168.1.50"
        value={address.host}
        onChange={(event) => onChange({ ...address, host: event.currentTarget.value.trim() })}
      />
      <TextInput
        size="md"
        inputMode="numeric"
        label={t('devices.port')}
        value={String(address.port)}
        onChange={(event) => onChange({ ...address, port: whole(event.currentTarget.value) })}
      />
    </div>
  );
};
