import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProducts } from '#renderer/queries/use-products.ts';
import { isAnyTaken } from '#renderer/session/return-draft.ts';
import { useFindGoods } from '#renderer/session/use-find-goods.ts';
import { Screen } from '#renderer/ui/shell/screen.tsx';
import { SearchField } from '#renderer/ui/shell/search-field.tsx';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { BlindLines } from './blind-lines.tsx';
import { BlindPanel } from './blind-panel.tsx';
import { ReturnedDialog } from './returned-dialog.tsx';
import { useBlindReturn } from './use-blind-return.ts';
import classes from './returns.module.css';

type BlindViewProps = {
  readonly onSearch: (text: string) => Promise<boolean>;
  readonly onEnd: () => void;
};

const SHOWN = 6;

/** A return without a receipt: what is brought, by whom, and what a manager lets them have for it. */
export const BlindView = ({ onSearch, onEnd }: BlindViewProps) => {
  const { t } = useTranslation();
  const { text } = useFormat();
  const findGoods = useFindGoods();
  const draft = useBlindReturn();
  const [query, setQuery] = useState('');
  const found = useProducts({ text: query, categoryId: null }) ?? [];
  const shown = query.trim() === '' ? [] : found.slice(0, SHOWN);
  const take = (product: (typeof found)[number]): void => {
    draft.add(product);
    setQuery('');
  };
  useScanner({
    onScan: async (code) => {
      const goods = await findGoods(code);
      if (goods) take(goods.product);
      return goods !== null;
    },
    onTyped: ({ text: typed }) => setQuery((before) => before + typed),
  });
  return (
    <Screen
      title={t('returns.blindTitle')}
      search={
        <SearchField
          value={query}
          onChange={setQuery}
          placeholder={t('returns.blindScan')}
          onSubmit={() => {
            const [first] = shown;
            if (first) take(first);
          }}
        />
      }
      panelLabel={t('returns.how')}
      panel={<BlindPanel draft={draft} isAny={isAnyTaken(draft.drafts)} onCancel={onEnd} />}
    >
      <div className={classes['content']}>
        <div className={classes['chips']}>
          {shown.map((product) => (
            <Button key={product.sku} onClick={() => take(product)}>
              {text(product.name)}
            </Button>
          ))}
        </div>
        <BlindLines {...draft} />
      </div>
      {draft.done ? (
        <ReturnedDialog returned={draft.done} onNext={onEnd} onScan={onSearch} />
      ) : null}
    </Screen>
  );
};
