import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BAUD_RATES } from '#shared/devices/address.ts';
import type { PrinterAddress } from '#shared/devices/printing.ts';
import classes from './devices.module.css';

type Kind = PrinterAddress['type'];

const digits = (text: string): number => Number(text.replaceAll(/\D/g, '').slice(0, 6));

/** The address of each kind that is most likely; `port`: where devices of this sort listen. */
export const usualAddress = <Wanted extends Kind>(
  type: Wanted,
  port: number,
): Extract<PrinterAddress, { type: Wanted }> => {
  const addresses: { readonly [Each in Kind]: Extract<PrinterAddress, { type: Each }> } = {
    network: { type: 'network', host: '', port },
    usb: { type: 'usb', path: '/dev/usb/lp0' },
    serial: { type: 'serial', path: 'COM1', baudRate: 9600 },
  };
  return addresses[type];
};

type ConnectionChoiceProps<Offered extends Kind> = {
  readonly kinds: readonly Offered[];
  readonly chosen: Kind;
  readonly onChoose: (kind: Offered) => void;
};

export const ConnectionChoice = <Offered extends Kind>(props: ConnectionChoiceProps<Offered>) => {
  const { kinds, chosen, onChoose } = props;
  const { t } = useTranslation();
  const named = (kind: Kind): string => t(`devices.${kind}`);
  return (
    // What cuts off its content shrinks to nothing in a grid that scrolls.
    <div>
      <SegmentedControl
        size="md"
        fullWidth
        aria-label={t('devices.connection')}
        value={chosen}
        onChange={(value) => {
          const kind = kinds.find((each) => each === value);
          if (kind !== undefined) onChoose(kind);
        }}
        data={kinds.map((value) => ({ value, label: named(value) }))}
      />
    </div>
  );
};

type AddressFieldsProps<Address extends PrinterAddress> = {
  readonly address: Address;
  readonly onChange: (address: Address) => void;
};

/** Where a device is: what is to be written of each kind of address. */
export const AddressFields = <Address extends PrinterAddress>(
  props: AddressFieldsProps<Address>,
) => {
  const { address, onChange } = props;
  const { t } = useTranslation();
  switch (address.type) {
    case 'usb':
      return (
        <TextInput
          size="md"
          label={t('devices.path')}
          value={address.path}
          onChange={(event) => onChange({ ...address, path: event.currentTarget.value })}
        />
      );
    case 'serial':
      return (
        <div className={classes['pair']}>
          <TextInput
            size="md"
            label={t('devices.serial')}
            placeholder="COM3, /dev/ttyUSB0"
            value={address.path}
            onChange={(event) => onChange({ ...address, path: event.currentTarget.value.trim() })}
          />
          <NativeSelect
            size="md"
            label={t('devices.speed')}
            value={String(address.baudRate)}
            onChange={(event) =>
              onChange({
                ...address,
                baudRate:
                  BAUD_RATES.find((rate) => String(rate) === event.currentTarget.value) ?? 9600,
              })
            }
            data={BAUD_RATES.map(String)}
          />
        </div>
      );
    case 'network':
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
            onChange={(event) => onChange({ ...address, port: digits(event.currentTarget.value) })}
          />
        </div>
      );
  }
};
