import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/schema.ts';
import type { StockLevel } from '#shared/domain/stock/schema.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './reserved-dialog.module.css';

type ReservedDialogProps = {
  readonly product: Product;
  readonly level: StockLevel;
  readonly onTakeOut: () => void;
  readonly onSell: () => void;
};

/** Goods that a web order was promised are about to be sold: the cashier decides, with the figures in view. */
export const ReservedDialog = (props: ReservedDialogProps) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('reservedGoods.title')} onClose={props.onSell} width={480}>
      <Figures {...props} />
    </Dialog>
  );
};

const Figures = ({ product, level, onTakeOut, onSell }: ReservedDialogProps) => {
  const { t } = useTranslation();
  const { text, quantity } = useFormat();
  const { onHand, reserved } = level;
  useKeys([
    // Not F8: pressed a moment too early, it would say yes to a question that nobody has read.
    { key: 'Enter', label: t('reservedGoods.sell'), run: onSell },
    { key: 'Delete', label: t('reservedGoods.takeOut'), run: onTakeOut },
  ]);
  return (
    <div className={classes['figures']}>
      <strong>{text(product.name)}</strong>
      <dl className={classes['levels']}>
        <dt>{t('reservedGoods.onHand')}</dt>
        <dd>{quantity(onHand)}</dd>
        <dt>{t('reservedGoods.reserved')}</dt>
        <dd>{quantity(reserved)}</dd>
        <dt>{t('reservedGoods.available')}</dt>
        <dd>{quantity(onHand - reserved)}</dd>
      </dl>
      <Notice tone="warn">{t('reservedGoods.hint')}</Notice>
      <Button size="large" isWide keyName={t('keys.names.Delete')} onClick={onTakeOut}>
        {t('reservedGoods.takeOut')}
      </Button>
      <Button tone="primary" size="large" isWide keyName={t('keys.names.Enter')} onClick={onSell}>
        {t('reservedGoods.sell')}
      </Button>
    </div>
  );
};
