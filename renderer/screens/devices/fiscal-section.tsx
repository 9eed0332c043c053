import { Select } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useTill } from '#renderer/session/till-context.ts';
import { useFiscal } from '#renderer/session/use-fiscal.ts';
import { useSimulatedFiscal } from '#renderer/session/use-simulated-fiscal.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import classes from './devices.module.css';

/** Who registers what happens here, and what waits for it. */
export const FiscalSection = () => {
  const { t } = useTranslation();
  const { fiscalDesk } = useTill();
  const { settings } = useReferences();
  const fiscal = useFiscal();
  const chosen = settings?.fiscal?.driver ?? 'none';
  if (fiscal === undefined) return null;
  const { driver, waiting, unsent } = fiscal.book;
  const isIdle = waiting.length === 0 && unsent.length === 0;
  return (
    <section className={classes['group']}>
      <h2>{t('fiscal.title')}</h2>
      <p className={classes['quiet']}>{t(`fiscal.driver.${driver}`)}</p>
      {driver === chosen ? null : <p className={classes['quiet']}>{t('fiscal.nextShift')}</p>}
      {driver === 'none' && isIdle ? null : (
        <output className={classes['quiet']}>
          {isIdle ? t('fiscal.allRegistered') : null}
          {waiting.length === 0 ? null : (
            <div>{t('fiscal.waiting', { count: waiting.length })}</div>
          )}
          {unsent.length === 0 ? null : <div>{t('fiscal.unsent', { count: unsent.length })}</div>}
        </output>
      )}
      {isIdle ? null : (
        <div className={classes['acts']}>
          <Button icon={<IconRefresh size={20} />} onClick={fiscalDesk.wake}>
            {t('fiscal.tryAgain')}
          </Button>
        </div>
      )}
      {driver === 'simulated' || chosen === 'simulated' ? <SimulatedDevice /> : null}
    </section>
  );
};

const SimulatedDevice = () => {
  const { t } = useTranslation();
  const { behaviour, behaviours, behave } = useSimulatedFiscal();
  return (
    <Select
      label={t('fiscal.behaviour')}
      size="md"
      allowDeselect={false}
      data={behaviours.map((value) => ({ value, label: t(`fiscal.behaviours.${value}`) }))}
      value={behaviour}
      onChange={(value) => {
        const next = behaviours.find((one) => one === value);
        if (next !== undefined) behave(next).catch(reportError);
      }}
    />
  );
};
