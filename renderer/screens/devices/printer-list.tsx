import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeviceSettings } from '#shared/devices/devices.ts';
import type { Printer } from '#shared/devices/printing.ts';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import classes from './devices.module.css';
import { placeOf } from './found-places.tsx';

type PrinterListProps = {
  readonly settings: DeviceSettings;
  readonly chosenId: string | null;
  readonly onChoose: (printer: Printer) => void;
};

/** The printers of this computer, where they are and what they are for. */
export const PrinterList = ({ settings, chosenId, onChoose }: PrinterListProps) => {
  const { t } = useTranslation();
  const { printers, receiptPrinterId, labelPrinterId } = settings;
  if (printers.length === 0)
    return (
      <EmptyState
        icon={<IconPrinter size={40} stroke={1.5} />}
        title={t('devices.noPrinters')}
        hint={t('devices.noPrintersHint')}
      />
    );
  return (
    <ul className={classes['list']}>
      {printers.map((printer) => (
        <li key={printer.id}>
          <button
            type="button"
            className={classes['row']}
            aria-current={printer.id === chosenId || undefined}
            onClick={() => onChoose(printer)}
          >
            <span className={classes['name']}>
              <strong>{printer.name}</strong>
              <span className={classes['quiet']}>{placeOf(printer.address)}</span>
            </span>
            {printer.id === receiptPrinterId ? (
              <StatusBadge tone="ok">{t('devices.receiptsHere')}</StatusBadge>
            ) : null}
            {printer.id === labelPrinterId ? (
              <StatusBadge tone="ok">{t('devices.labelsHere')}</StatusBadge>
            ) : null}
          </button>
        </li>
      ))}
    </ul>
  );
};
