import { useReferences } from '#renderer/queries/use-references.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';

/** People and categories as a report names them. */
export const usePaperNames = (): {
  readonly staffName: (staffId: string) => string;
  readonly categoryName: (categoryId: string) => string | null;
} => {
  const { staff, categories } = useReferences();
  const { text } = useFormat();
  return {
    staffName: (staffId) => staff.find(({ id }) => id === staffId)?.name ?? staffId,
    categoryName: (categoryId) => {
      const category = categories.find(({ id }) => id === categoryId);
      return category ? text(category.name) : null;
    },
  };
};
