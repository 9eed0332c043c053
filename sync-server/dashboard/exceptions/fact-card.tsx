import { IconDeviceDesktop, IconWorld } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { EvidenceFact, FactLine } from '#shared/protocol/exceptions.ts';
import { useNow } from '../parts/use-now.ts';
import { useOperationName } from '../parts/use-operation-name.ts';
import classes from './fact-card.module.css';

const ICON = { size: 18, stroke: 1.8, 'aria-hidden': true } as const;

const CHANNEL_FACTS = ['canceled', 'expired', 'edited'] as const;

const useFactName = (): ((fact: EvidenceFact) => string) => {
  const { t } = useTranslation();
  const operationName = useOperationName();
  return ({ source, type }) => {
    const known = CHANNEL_FACTS.find((one) => one === type);
    if (source === 'channel') return known === undefined ? type : t(`inbox.channelFact.${known}`);
    return type === '' ? t('inbox.unreadable') : operationName(type);
  };
};

/** What was done by whom, who agreed to it, and who took the goods. */
const Who = ({ fact }: { readonly fact: EvidenceFact }) => {
  const { t } = useTranslation();
  const { source, tillId, storeName, staffName, approvedByName, collectedBy } = fact;
  const place =
    source === 'channel'
      ? t('inbox.byChannel')
      : t('inbox.byTill', { till: tillId ?? '—', store: storeName ?? '—' });
  const people = [
    ...(staffName === null ? [] : [staffName]),
    ...(approvedByName === null ? [] : [t('inbox.approved', { name: approvedByName })]),
  ];
  return (
    <>
      <p className={classes['who']}>
        {source === 'channel' ? <IconWorld {...ICON} /> : <IconDeviceDesktop {...ICON} />}
        {place}
      </p>
      {people.length > 0 ? <p>{people.join(', ')}</p> : null}
      {collectedBy === null ? null : <p>{t('inbox.collected', { name: collectedBy })}</p>}
    </>
  );
};

const Line = ({ line }: { readonly line: FactLine }) => {
  const format = useFormat();
  const { sku, name, quantity, total } = line;
  return (
    <li className={classes['line']}>
      <span>{name === null ? sku : format.text(name)}</span>
      <span className={classes['number']}>
        {format.quantity(quantity)}
        {total === null ? '' : ` · ${format.money(total)}`}
      </span>
    </li>
  );
};

/** One of the facts that contradict: what happened when, where and by whom, to what goods and money. */
export const FactCard = ({ fact }: { readonly fact: EvidenceFact }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const factName = useFactName();
  const now = new Date(useNow()).toISOString();
  const { at, lines, amounts, places } = fact;
  return (
    <li className={classes['card']}>
      <h3 className={classes['name']}>{factName(fact)}</h3>
      {at === null ? null : <p className={classes['time']}>{format.dayAndTime(at, now)}</p>}
      <Who fact={fact} />
      {lines.length + amounts.length === 0 ? null : (
        <ul className={classes['lines']}>
          {lines.map((line, index) => (
            // The same goods may stand there twice; their order never changes.
            <Line key={index} line={line} />
          ))}
          {amounts.map(({ type, tender, amount }, index) => (
            <li key={index} className={classes['line']} data-kind={type}>
              <span>{`${t(`inbox.${type}`)}: ${t(`tender.${tender}`)}`}</span>
              <strong className={classes['number']}>{format.money(amount)}</strong>
            </li>
          ))}
        </ul>
      )}
      {places.length === 0 ? null : <p>{t('inbox.wrongPlaces', { places: places.join(', ') })}</p>}
    </li>
  );
};
