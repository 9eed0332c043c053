import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readGs1 } from '#shared/domain/catalog/gs1.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { units } from '#shared/kernel/quantity.ts';
import { tokenKindOf } from '#shared/tokens/token-text.ts';
import { useProducts } from '#renderer/queries/use-products.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { chooseCustomer } from '#renderer/session/choose-customer.ts';
import { useBasket, useTill } from '#renderer/session/till-context.ts';
import { useBegunPayment } from '#renderer/session/use-begun-payment.ts';
import { useBasketPrice } from '#renderer/session/use-basket-price.ts';
import { useScannedCode } from '#renderer/session/scanned-code.ts';
import { useAsking } from '#renderer/session/use-asking.ts';
import { useFindGoods } from '#renderer/session/use-find-goods.ts';
import { useFindCard } from '#renderer/session/use-find-card.ts';
import { useParking } from '#renderer/session/use-parking.ts';
import { useRepeat } from '#renderer/session/use-repeat.ts';
import { useReservedCheck } from '#renderer/session/use-reserved-check.ts';
import { useLatest } from '#renderer/ui/input/use-latest.ts';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { CategoryChips } from '#renderer/ui/sell/category-chips.tsx';
import { Screen } from '#renderer/ui/shell/screen.tsx';
import { SearchField } from '#renderer/ui/shell/search-field.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { AskedDialog } from './asked-dialog.tsx';
import { BasketPanel } from './basket-panel.tsx';
import { FoundProducts } from './found-products.tsx';
import { isPaying, type SellDialog } from './sell-dialog.ts';
import { SellDialogs } from './sell-dialogs.tsx';
import { useSellKeys } from './use-sell-keys.ts';
import { useSelling } from './use-selling.ts';
import { useShownTiles } from './use-shown-tiles.ts';

/** The counter: products on the left, the basket on the right, and how it is paid. */
export const SellScreen = () => {
  const { t } = useTranslation();
  const { text } = useFormat();
  const { categories } = useReferences();
  const [query, setQuery] = useState('');
  const [dialog, setDialog] = useState<SellDialog | null>(null);
  const tiles = useShownTiles();
  const products = useProducts({ text: query, ...tiles.filter });
  const chips = useMemo(
    () => categories.map(({ id, name, colour }) => ({ id, name: text(name), colour })),
    [categories, text],
  );
  const selling = useSelling();
  const price = useBasketPrice();
  const lines = useBasket((state) => state.basket.lines);
  const { begun } = useBegunPayment(useBasket((state) => state.basket.orderId));
  // What was begun to be paid is paid, or given back, before anything else.
  const shown: SellDialog | null = dialog ?? (begun ? { type: 'mixed' } : null);
  const findCard = useFindCard();
  const findGoods = useFindGoods();
  const reservedOf = useReservedCheck();
  const { send: sendToItsScreen } = useScannedCode();

  /** Afterwards, so that nothing waits for the disk before the line is there. */
  const askIfReserved = async (product: Product): Promise<void> => {
    const level = await reservedOf(product.sku);
    if (level) setDialog((open) => open ?? { type: 'reserved', product, level });
  };
  const till = useTill();
  const { store } = till;
  const asking = useAsking(lines, ({ product, particulars, labelled, quantity }) => {
    if (labelled) selling.addLabelled(product, labelled, particulars);
    else if (quantity) selling.add(product, quantity, particulars);
    void askIfReserved(product);
    return null;
  });
  const take = (product: Product): void => {
    const quantity = product.unit === 'kilogram' ? null : units(1);
    asking.want({ product, particulars: {}, labelled: null, quantity });
    setQuery('');
  };
  /** A code that is no product may be a loyalty card; whose it is may take the server to say. */
  const takeCard = async (code: string): Promise<void> => {
    const { orderId } = till.basket.getState().basket;
    const customer = await findCard(code);
    if (!customer || isPaying(latest.current.dialog)) return;
    await chooseCustomer(till, customer, orderId);
    setQuery((query) => (query === code ? '' : query));
  };
  const scan = async (code: string): Promise<boolean> => {
    if (tokenKindOf(code) !== null) {
      sendToItsScreen(code);
      return true;
    }
    const found = await findGoods(code);
    if (found) {
      const { product, labelled } = found;
      const counted = product.unit === 'kilogram' ? null : units(1);
      asking.want({ ...found, quantity: labelled?.quantity ?? counted });
      setQuery('');
    } else {
      const read = readGs1(code, store.time.now());
      setQuery(read?.ok ? read.value.gtin : code.replaceAll(/\p{Cc}/gu, ' '));
      void takeCard(code);
    }
    return found !== null;
  };
  const latest = useLatest({ products, take, dialog: shown });
  const pick = useCallback(
    (sku: string): void => {
      const product = latest.current.products?.find((candidate) => candidate.sku === sku);
      if (product) latest.current.take(product);
    },
    [latest],
  );
  useScanner({ onScan: scan, onTyped: ({ text: typed }) => setQuery((before) => before + typed) });
  const { park } = useParking();
  const parkOpen = async (): Promise<void> => {
    const parked = await park();
    if (!parked.ok) setDialog({ type: 'parked', problem: parked.problem });
  };
  const latestPark = useLatest(parkOpen);
  const onPark = useCallback(() => void latestPark.current(), [latestPark]);
  const repeated = useRepeat();
  const repeat = async (): Promise<void> => {
    for (const { product, quantity } of await repeated()) {
      const isCounted = product.unit === 'piece';
      const again = product.asks?.serial || product.asks?.mark ? units(1) : quantity;
      asking.want({ product, particulars: {}, labelled: null, quantity: isCounted ? again : null });
    }
  };
  const latestRepeat = useLatest(() => void repeat().catch(reportError));
  const onRepeat = useCallback(() => latestRepeat.current(), [latestRepeat]);
  const canPay = price.lines.length > 0;
  useSellKeys(selling, { canPay, park: onPark, repeat: onRepeat }, setDialog);

  return (
    <Screen
      panelSpan="full"
      panelLabel={t('sell.basket')}
      search={
        <SearchField
          value={query}
          onChange={setQuery}
          placeholder={t('sell.searchPlaceholder')}
          onSubmit={() => {
            const [first] = products ?? [];
            if (query !== '' && first) take(first);
          }}
        />
      }
      panel={<BasketPanel price={price} onShow={setDialog} onPark={onPark} onRepeat={onRepeat} />}
    >
      <CategoryChips
        pages={tiles.pages}
        categories={chips}
        chosen={tiles.chosen}
        onChoose={tiles.choose}
      />
      <FoundProducts
        products={products}
        query={query}
        colours={tiles.colours}
        now={price.pricedAt}
        onPick={pick}
      />
      {asking.asked ? <AskedDialog asking={asking} asked={asking.asked} /> : null}
      {shown ? (
        <SellDialogs
          dialog={shown}
          price={price}
          selling={selling}
          onShow={setDialog}
          onScan={scan}
        />
      ) : null}
    </Screen>
  );
};
