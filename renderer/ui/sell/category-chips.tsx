import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { keepFocus } from '../button/keep-focus.ts';
import { categoryColour } from './category-colour.ts';
import classes from './category-chips.module.css';

export type CategoryChip = {
  readonly id: string;
  readonly name: string;
  /** `#rrggbb` */
  readonly colour: string;
};

const NO_PAGES: CategoryChipsProps['pages'] = [];

type CategoryChipsProps = {
  /** Pages of the store's own quick keys, before everything else. */
  readonly pages?: readonly Pick<CategoryChip, 'id' | 'name'>[];
  readonly categories: readonly CategoryChip[];
  /** Of a page or a category; null = all. */
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
};

/** Categories in one row that scrolls sideways by finger, wheel or focus; choosing one brings it whole into view. */
export const CategoryChips = memo(function CategoryChips(props: CategoryChipsProps) {
  const { pages = NO_PAGES, categories, chosen, onChoose } = props;
  const { t } = useTranslation();
  const chip = (id: string | null, name: string, colour?: string) => (
    <button
      key={id}
      type="button"
      className={classes['chip']}
      style={colour === undefined ? undefined : categoryColour(colour)}
      aria-pressed={id === chosen}
      onPointerDown={keepFocus}
      onClick={(event) => {
        event.currentTarget.scrollIntoView({ inline: 'nearest', block: 'nearest' });
        onChoose(id);
      }}
    >
      {colour === undefined ? null : <span className={classes['dot']} />}
      {name}
    </button>
  );
  return (
    <fieldset className={classes['row']} aria-label={t('sell.categories')}>
      {pages.map(({ id, name }) => chip(id, name))}
      {chip(null, t('sell.allCategories'))}
      {categories.map(({ id, name, colour }) => chip(id, name, colour))}
    </fieldset>
  );
});
