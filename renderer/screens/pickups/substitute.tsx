import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { type Consent, substitutePriceDifference } from '#shared/domain/pickup/amend.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';
import { useProducts } from '#renderer/queries/use-products.ts';
import { useFindGoods } from '#renderer/session/use-find-goods.ts';
import { Chips } from '#renderer/ui/choice/chips.tsx';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import classes from './pickups.module.css';

type SubstituteProps = {
  readonly line: PricedLine;
  readonly count: Quantity;
  readonly priced: PricedLine | null;
  /** The store does not know the tax of what was chosen. */
  readonly isUntaxed: boolean;
  readonly consent: Consent | null;
  readonly onChoose: (product: Product) => void;
  readonly onConsent: (consent: Consent) => void;
};

const CONSENTS = ['in_person', 'phone', 'message'] as const;
const SHOWN = 4;

/** What takes the place of goods that are not there: found by scan or by name, with the customer's consent. */
export const Substitute = ({
  line,
  count,
  priced,
  isUntaxed,
  consent,
  onChoose,
  onConsent,
}: SubstituteProps) => {
  const { t } = useTranslation();
  const { text, money } = useFormat();
  const findGoods = useFindGoods();
  const [query, setQuery] = useState('');
  const found = useProducts({ text: query, categoryId: null });
  const choose = (product: Product): void => {
    onChoose(product);
    setQuery('');
  };
  useScanner({
    onScan: async (code) => {
      const product = (await findGoods(code))?.product ?? null;
      if (product) choose(product);
      return product !== null;
    },
  });
  return (
    <>
      <TextInput
        size="lg"
        label={t('pickupWork.substitute')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {query === ''
        ? null
        : (found ?? []).slice(0, SHOWN).map((product) => (
            <Button key={product.sku} isWide onClick={() => choose(product)}>
              {text(product.name)} · {money(product.price)}
            </Button>
          ))}
      {priced ? (
        <Chosen priced={priced} more={substitutePriceDifference(line, count, priced)} />
      ) : null}
      {isUntaxed ? (
        <Notice tone="danger">
          {t('ask.untaxed')}. {t('ask.untaxedHint')}
        </Notice>
      ) : null}
      <p className={classes['quiet']}>{t('pickupWork.consent')}</p>
      <Chips
        label={t('pickupWork.consent')}
        options={CONSENTS.map((id) => ({ id, label: t(`pickupWork.consents.${id}`) }))}
        chosen={consent}
        onChoose={onConsent}
      />
    </>
  );
};

/** The replacement, and what it costs more (above zero) or less, in minor units. */
const Chosen = ({ priced, more }: { readonly priced: PricedLine; readonly more: number }) => {
  const { t } = useTranslation();
  const { text, money } = useFormat();
  return (
    <p className={classes['substitute']}>
      <strong>{text(priced.name)}</strong>
      {more === 0 ? null : (
        <StatusBadge tone={more > 0 ? 'warn' : 'info'}>
          {t(more > 0 ? 'pickupWork.dearer' : 'pickupWork.cheaper', {
            amount: money(Math.abs(more)),
          })}
        </StatusBadge>
      )}
    </p>
  );
};
