import { IconReceiptTax, IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '#shared/domain/customer/schema.ts';
import type { BasketCustomer } from '#renderer/session/open-basket.ts';
import { useBasket } from '#renderer/session/till-context.ts';
import { useCustomerSearch } from '#renderer/session/use-customer-search.ts';
import { useFiscal } from '#renderer/session/use-fiscal.ts';
import { useFindCard } from '#renderer/session/use-find-card.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { SearchField } from '#renderer/ui/shell/search-field.tsx';
import { CustomerRow } from './customer-row.tsx';
import classes from './customer.module.css';

type CustomerSearchProps = {
  readonly onChoose: (customer: BasketCustomer | null) => void;
  readonly onNew: (lookedFor: string) => void;
  readonly onEdit: (customer: Customer) => void;
  /** The buyer wants their tax number on the receipt. */
  readonly onTaxNumber: () => void;
};

/** More than fit are told apart by more letters. */
const SHOWN = 5;

export const CustomerSearch = ({ onChoose, onNew, onEdit, onTaxNumber }: CustomerSearchProps) => {
  const { t } = useTranslation();
  const { text, setText, customers, isNobody, isOffline } = useCustomerSearch();
  const findCard = useFindCard();
  const isChosen = useBasket((state) => state.basket.customer !== null);
  const isRegistered = (useFiscal()?.book.driver ?? 'none') !== 'none';
  const shown = customers.slice(0, SHOWN);
  const takeFirst = (): void => {
    const [first] = shown;
    if (first) onChoose(first);
  };
  useScanner({
    onScan: async (code) => {
      const customer = await findCard(code);
      if (customer) onChoose(customer);
      else setText(() => code);
      return true;
    },
    onTyped: ({ text: typed }) => setText((before) => before + typed),
  });
  useKeys([
    { key: 'F8', label: t('customer.new'), run: () => onNew(text) },
    { key: 'F9', label: t('fiscal.taxNumber'), disabled: !isRegistered, run: onTaxNumber },
    { key: 'Enter', label: t('customer.choose'), disabled: shown.length === 0, run: takeFirst },
  ]);
  return (
    <div className={classes['parts']}>
      <SearchField
        value={text}
        onChange={(next) => setText(() => next)}
        placeholder={t('customer.search')}
        onSubmit={takeFirst}
      />
      <ul className={classes['list']} aria-label={t('customer.found')}>
        {shown.map((customer) => (
          <li key={customer.id}>
            <CustomerRow
              customer={customer}
              onChoose={() => onChoose(customer)}
              onEdit={() => onEdit(customer)}
            />
          </li>
        ))}
      </ul>
      <div aria-live="polite">
        {isNobody ? (
          <Notice tone={isOffline ? 'warn' : 'info'}>
            {t(isOffline ? 'customer.nobodyOffline' : 'customer.nobody')}
          </Notice>
        ) : null}
      </div>
      <Button
        tone="primary"
        size="large"
        isWide
        keyName="F8"
        icon={<IconUserPlus size={22} />}
        onClick={() => onNew(text)}
      >
        {t('customer.new')}
      </Button>
      {isRegistered ? (
        <Button isWide keyName="F9" icon={<IconReceiptTax size={22} />} onClick={onTaxNumber}>
          {t('fiscal.taxNumber')}
        </Button>
      ) : null}
      {isChosen ? (
        <Button isWide onClick={() => onChoose(null)}>
          {t('sell.removeCustomer')}
        </Button>
      ) : null}
    </div>
  );
};
