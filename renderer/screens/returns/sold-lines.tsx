import { useTranslation } from 'react-i18next';
import { serialsOf } from '#shared/domain/order/particulars-of.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { returnLines } from '#shared/domain/return/decide.ts';
import { returnableLines } from '#shared/domain/return/returnable.ts';
import type { Restriction } from '#shared/domain/return/permit.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { add, type Minor, ZERO } from '#shared/kernel/money.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';
import {
  decideDisposition,
  draftOf,
  findCondition,
  giveReason,
  type LineDraft,
  type LineDrafts,
  numberLine,
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
export const SoldLines = (props: SoldLinesProps) => {
  const { order, draft } = props;
  const { t } = useTranslation();
  return (
    <section className={classes['card']} aria-label={t('returns.what')}>
      <header className={classes['cardHead']}>
        <h2 className={classes['step']}>{t('returns.what')}</h2>
        <Button size="small" onClick={() => draft.change((before) => takeAll(before, draft.lines))}>
          {t('returns.everything')}
        </Button>
      </header>
      <ul className={classes['lines']}>
        {returnableLines(order).map(({ line, left }) => (
          <SoldLine key={line.id} {...props} sold={line} left={left} />
        ))}
      </ul>
    </section>
  );
};

/** What so much of a line gives back now. */
const worthOf = (order: Order, lineId: string, { quantity }: LineDraft): Minor => {
  const said = { reason: 'other', condition: 'as_new', disposition: 'restock' } as const;
  const lines = returnLines(order, [{ lineId, quantity, ...said }]);
  return lines.ok ? add(...lines.value.map(({ total }) => total)) : ZERO;
};

type SoldLineProps = SoldLinesProps & { readonly sold: PricedLine; readonly left: Quantity };

const SoldLine = ({ sold, left, order, draft, chosen, onChoose, restrictions }: SoldLineProps) => {
  const { t } = useTranslation();
  const { text, money } = useFormat();
  const { drafts, change } = draft;
  const { id, name, unit, total } = sold;
  const line = { id, unit, left };
  const said = draftOf(drafts, id);
  const restriction = restrictions.get(id);
  const hint = (): string | null => {
    if (left === 0) return t('returns.isBack');
    if (!restriction) return null;
    return t(restriction.type === 'window_over' ? 'returns.windowOver' : 'returns.defectOnly');
  };
  const act = (by: (before: LineDrafts) => LineDrafts): void => {
    onChoose(id);
    change(by);
  };
  return (
    <ReturnLine
      name={text(name)}
      line={line}
      draft={said}
      amount={money(said.quantity > 0 ? 0 - worthOf(order, id, said) : total, order.currency)}
      isChosen={id === chosen}
      hint={hint()}
      onToggle={() => act((before) => toggleLine(before, line))}
      onStep={(by) => act((before) => stepLine(before, line, by))}
    >
      <LineChoices
        draft={said}
        isDefectOnly={restriction !== undefined}
        onReason={(reason) => act((before) => giveReason(before, id, reason))}
        onCondition={(condition) => act((before) => findCondition(before, id, condition))}
        serials={serialsOf(order, id)}
        onSerial={(serial) => act((before) => numberLine(before, id, serial))}
        onDisposition={(next) => act((before) => decideDisposition(before, id, next))}
      />
    </ReturnLine>
  );
};
