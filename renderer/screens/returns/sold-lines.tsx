import { useTranslation } from 'react-i18next';
import type { Order } from '#shared/domain/order/schema.ts';
import { returnLines } from '#shared/domain/return/decide.ts';
import { returnableLines } from '#shared/domain/return/returnable.ts';
import type { Restriction } from '#shared/domain/return/permit.ts';
import { add } from '#shared/kernel/money.ts';
import {
  decideDisposition,
  type DraftedLine,
  draftOf,
  findCondition,
  giveReason,
  type LineDraft,
  stepLine,
  takeAll,
  toggleLine,
} from '#renderer/session/return-draft.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { LineChoices } from './line-choices.tsx';
import { ReturnLine } from './return-line.tsx';
import type { SoldReturn } from './use-sold-return.ts';
import classes from './returns.module.css';

type SoldLinesProps = {
  readonly order: Order;
  readonly draft: SoldReturn;
  readonly chosen: string | null;
  readonly onChoose: (lineId: string) => void;
  readonly restrictions: ReadonlyMap<string, Restriction>;
};

/** What of the purchase comes back. */
export const SoldLines = ({ order, draft, chosen, onChoose, restrictions }: SoldLinesProps) => {
  const { t } = useTranslation();
  const { text, money } = useFormat();
  const { drafts, change } = draft;
  const worth = (id: string, { quantity }: LineDraft): string => {
    const request = {
      lineId: id,
      quantity,
      reason: 'other',
      condition: 'as_new',
      disposition: 'restock',
    } as const;
    const lines = returnLines(order, [request]);
    return lines.ok ? money(0 - add(...lines.value.map(({ total }) => total)), order.currency) : '';
  };
  const hintOf = (line: DraftedLine): string | null => {
    if (line.left === 0) return t('returns.isBack');
    const restriction = restrictions.get(line.id);
    if (!restriction) return null;
    return t(restriction.type === 'window_over' ? 'returns.windowOver' : 'returns.defectOnly');
  };
  return (
    <section className={classes['card']} aria-label={t('returns.what')}>
      <header className={classes['cardHead']}>
        <h2 className={classes['step']}>{t('returns.what')}</h2>
        <Button size="small" onClick={() => change((before) => takeAll(before, draft.lines))}>
          {t('returns.everything')}
        </Button>
      </header>
      <ul className={classes['lines']}>
        {returnableLines(order).map(({ line: { id, name, unit, total }, left }) => {
          const line = { id, unit, left };
          const said = draftOf(drafts, id);
          return (
            <ReturnLine
              key={id}
              name={text(name)}
              line={line}
              draft={said}
              amount={said.quantity > 0 ? worth(id, said) : money(total, order.currency)}
              isChosen={id === chosen}
              hint={hintOf(line)}
              onToggle={() => {
                onChoose(id);
                change((before) => toggleLine(before, line));
              }}
              onStep={(by) => {
                onChoose(id);
                change((before) => stepLine(before, line, by));
              }}
            >
              <LineChoices
                draft={said}
                isDefectOnly={restrictions.has(id)}
                onReason={(reason) => change((before) => giveReason(before, id, reason))}
                onCondition={(condition) =>
                  change((before) => findCondition(before, id, condition))
                }
                onDisposition={(next) => change((before) => decideDisposition(before, id, next))}
              />
            </ReturnLine>
          );
        })}
      </ul>
    </section>
  );
};
