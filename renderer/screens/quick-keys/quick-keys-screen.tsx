import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { useProducts } from '#renderer/queries/use-products.ts';
import { useFindGoods } from '#renderer/session/use-find-goods.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Chips } from '#renderer/ui/choice/chips.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { Screen } from '#renderer/ui/shell/screen.tsx';
import { SearchField } from '#renderer/ui/shell/search-field.tsx';
import { ArrangedTiles, FoundTiles } from './arranged-tiles.tsx';
import { LayoutPanel } from './layout-panel.tsx';
import { type LayoutDraft, useLayoutDraft } from './use-layout-draft.ts';
import classes from './quick-keys.module.css';

/** A manager arranges the tiles that all tills of the store show. */
export const QuickKeysScreen = () => {
  const { t } = useTranslation();
  const draft = useLayoutDraft();
  const findGoods = useFindGoods();
  const [query, setQuery] = useState('');
  const found = useProducts({ text: query, categoryId: null });
  const isSearching = query.trim() !== '' && draft.page !== undefined;
  const pick = ({ sku }: Product): void => {
    draft.add(sku);
    setQuery('');
  };
  useScanner({
    onScan: async (code) => {
      const product = draft.page ? (await findGoods(code))?.product : undefined;
      if (product) pick(product);
      else setQuery(code);
      return product !== undefined;
    },
    onTyped: ({ text }) => setQuery((before) => before + text),
  });
  useLayoutKeys(draft, isSearching, () => setQuery(''));
  return (
    <Screen
      title={t('quickKeys.title')}
      search={
        <SearchField
          value={query}
          onChange={setQuery}
          placeholder={t('quickKeys.search')}
          onSubmit={() => {
            const [first] = found ?? [];
            if (isSearching && first) pick(first);
          }}
        />
      }
      panelLabel={t('quickKeys.tile')}
      panel={<LayoutPanel draft={draft} />}
    >
      <div className={classes['pages']}>
        <Chips
          label={t('quickKeys.pages')}
          isFilter
          chosen={String(draft.pageAt)}
          onChoose={(place) => draft.turnTo(Number(place))}
          options={draft.pages.map(({ name }, place) => ({ id: String(place), label: name }))}
        />
        <Button
          size="small"
          keyName="F7"
          icon={<IconPlus size={20} />}
          disabled={!draft.canAddPage}
          onClick={draft.addPage}
        >
          {t('quickKeys.addPage')}
        </Button>
      </div>
      {isSearching ? (
        <FoundTiles products={found} query={query} draft={draft} onPick={pick} />
      ) : (
        <ArrangedTiles draft={draft} />
      )}
    </Screen>
  );
};

/** The layout by keyboard alone. */
const useLayoutKeys = (draft: LayoutDraft, isSearching: boolean, clear: () => void): void => {
  const { t } = useTranslation();
  const { pages, pageAt, chosen } = draft;
  const disabled = chosen === null;
  useKeys([
    {
      key: 'F6',
      label: t('quickKeys.nextPage'),
      hint: true,
      disabled: pages.length < 2,
      run: () => draft.turnTo((pageAt + 1) % pages.length),
    },
    {
      key: 'F7',
      label: t('quickKeys.addPage'),
      hint: true,
      disabled: !draft.canAddPage,
      run: draft.addPage,
    },
    {
      key: 'F8',
      label: t('quickKeys.save'),
      hint: true,
      disabled: !draft.isChanged || draft.isBusy,
      run: () => void draft.save(),
    },
    { key: 'ArrowUp', label: t('keys.lineUp'), run: () => draft.select(-1) },
    { key: 'ArrowDown', label: t('keys.lineDown'), run: () => draft.select(1) },
    { key: 'Ctrl+↑', label: t('quickKeys.earlier'), disabled, run: () => draft.move(-1) },
    { key: 'Ctrl+↓', label: t('quickKeys.later'), disabled, run: () => draft.move(1) },
    { key: 'Delete', label: t('quickKeys.remove'), hint: true, disabled, run: draft.remove },
    ...(isSearching ? [{ key: 'Escape', label: t('keys.back'), run: clear } as const] : []),
  ]);
};
