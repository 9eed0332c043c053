import { createHash } from 'node:crypto';
import type { Category } from '#shared/domain/catalog/schema.ts';

/** Finds the category a file names, and makes those that are not there yet. */
export type CategoryFinder = {
  /** Its id; null stays null. */
  readonly find: (written: string | null) => string | null;
  /** The categories made since this was last asked. */
  readonly takeNew: () => readonly Category[];
};

/** Where a product goes whose category nobody says. */
const OTHER_CATEGORY: Category = {
  id: 'other',
  name: { en: 'Other', ru: 'Прочее', uk: 'Інше', kk: 'Басқа' },
  icon: 'other',
  colour: '#808b96',
  position: 1000,
};

const ASCII = /^[ -~]+$/;

/** Ids go into URLs: a name in another script, or too like one that has its id, is told by a piece of its hash. */
const idOf = (name: string, taken: ReadonlySet<string>): string => {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
  if (ASCII.test(name) && slug !== '' && !taken.has(slug)) return slug;
  return `c-${createHash('sha256').update(name.toLowerCase()).digest('hex').slice(0, 12)}`;
};

export const createCategoryFinder = (known: readonly Category[]): CategoryFinder => {
  const ids = new Map<string, string>();
  const takenIds = new Set<string>();
  let made: Category[] = [];
  let position = Math.max(0, ...known.map((category) => category.position));
  const learn = ({ id, name }: Category): void => {
    takenIds.add(id);
    for (const word of [id, ...Object.values(name)]) ids.set(word.toLowerCase(), id);
  };
  const make = (category: Category): string => {
    made.push(category);
    learn(category);
    return category.id;
  };
  known.forEach(learn);
  if (!takenIds.has(OTHER_CATEGORY.id)) make(OTHER_CATEGORY);
  return {
    find: (written) => {
      if (written === null) return null;
      const found = ids.get(written.toLowerCase());
      if (found !== undefined) return found;
      position += 1;
      const { icon, colour } = OTHER_CATEGORY;
      const id = idOf(written, takenIds);
      return make({ id, name: { en: written }, icon, colour, position });
    },
    takeNew: () => {
      const taken = made;
      made = [];
      return taken;
    },
  };
};
