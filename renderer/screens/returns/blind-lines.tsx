import { useTranslation } from 'react-i18next';
import { lowestPrice } from '#shared/domain/return/blind.ts';
import { isNotReturnable } from '#shared/domain/return/permit.ts';
import { storesOfCurrency } from '#shared/domain/settings/schema.ts';
import { priceTimes } from '#shared/kernel/quantity.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import {
  decideDisposition,
  draftOf,
  findCondition,
  giveReason,
  stepLine,
  toggleLine,
} from '#renderer/session/return-draft.ts';
import { useTrustedNow } from '#renderer/session/use-trusted-now.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { LineChoices } from './line-choices.tsx';
import { ReturnLine } from './return-line.tsx';
import { type BlindReturn, draftedProduct } from './use-blind-return.ts';
import classes from './returns.module.css';

const MINUTE = 60_000;

/** What is brought without a receipt, each at the least it is known to have cost. */
export const BlindLines = ({ products, drafts, change }: BlindReturn) => {
  const { t } = useTranslation();
  const { text, money } = useFormat();
  const { promotions, prices, policy, stores, settings } = useReferences();
  const now = useTrustedNow(MINUTE);
  const pricing = {
    promotions,
    prices,
    storeIds: storesOfCurrency(stores, settings),
    pricedAt: now,
  };
  return (
    <section className={classes['card']} aria-label={t('returns.what')}>
      <h2 className={classes['step']}>{t('returns.what')}</h2>
      {products.length === 0 ? <p className={classes['quiet']}>{t('returns.blindScan')}</p> : null}
      <ul className={classes['lines']}>
        {products.map((product) => {
          const { sku } = product;
          const line = draftedProduct(product);
          const said = draftOf(drafts, sku);
          const isDefectOnly = isNotReturnable(policy, product);
          const price = lowestPrice(product, pricing);
          return (
            <ReturnLine
              key={sku}
              name={text(product.name)}
              line={line}
              draft={said}
              amount={money(0 - priceTimes(price, said.quantity))}
              isChosen={false}
              hint={isDefectOnly ? t('returns.defectOnly') : null}
              isUnbounded
              onToggle={() => change((before) => toggleLine(before, line))}
              onStep={(by) => change((before) => stepLine(before, line, by))}
            >
              <LineChoices
                draft={said}
                isDefectOnly={isDefectOnly}
                onReason={(reason) => change((before) => giveReason(before, sku, reason))}
                onCondition={(condition) =>
                  change((before) => findCondition(before, sku, condition))
                }
                onDisposition={(next) => change((before) => decideDisposition(before, sku, next))}
              />
            </ReturnLine>
          );
        })}
      </ul>
    </section>
  );
};
