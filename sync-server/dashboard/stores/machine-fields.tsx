import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DriverName, MachineSettings } from '#shared/domain/payment/machine.ts';
import form from '../parts/form.module.css';
import { TextField } from '../parts/text-field.tsx';

type MachineFieldsProps = {
  readonly machines: MachineSettings;
  readonly onChange: (machines: MachineSettings) => void;
};

const TENDERS = ['card', 'qr'] as const;

const isDriver = (value: string | null): value is DriverName =>
  value === 'confirmed' || value === 'simulated';

/** How a store takes cards and QR payments: by whose word, and what a customer scans. */
export const MachineFields = ({ machines, onChange }: MachineFieldsProps) => {
  const { t } = useTranslation();
  return (
    <fieldset className={form['group']}>
      <legend className={form['legend']}>{t('admin.machines')}</legend>
      <div className={form['row']}>
        {TENDERS.map((tender) => (
          <Select
            key={tender}
            label={t(`tender.${tender}`)}
            size="md"
            allowDeselect={false}
            data={(['confirmed', 'simulated'] as const).map((value) => ({
              value,
              label: t(`admin.driver.${value}`),
            }))}
            value={machines[tender]}
            onChange={(chosen) =>
              isDriver(chosen) ? onChange({ ...machines, [tender]: chosen }) : null
            }
          />
        ))}
      </div>
      <TextField
        label={t('admin.qrTemplate')}
        description={t('admin.qrTemplateHint', {
          amount: '{amount}',
          minor: '{minor}',
          currency: '{currency}',
          payment: '{payment}',
        })}
        placeholder="https://pay.example/?sum={amount}&id={payment}"
        maxLength={400}
        value={machines.qrTemplate}
        onChange={(qrTemplate) => onChange({ ...machines, qrTemplate })}
      />
    </fieldset>
  );
};
