import type { Condition, Disposition, ReturnReason } from './schema.ts';

/** What is found as a rule when goods come back for a reason; whoever looks at them may find otherwise (rule R18). */
export const usualCondition = (reason: ReturnReason): Condition =>
  reason === 'defect' ? 'defective' : 'as_new';

/** What happens as a rule to goods in a condition: only what is as new goes back on sale (rule R18). */
export const usualDisposition = (condition: Condition): Disposition => {
  switch (condition) {
    case 'as_new':
      return 'restock';
    case 'opened':
    case 'defective':
      return 'processing';
    case 'damaged':
    case 'missing_parts':
      return 'damaged';
  }
};
