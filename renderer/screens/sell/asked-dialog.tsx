import { useReferences } from '#renderer/queries/use-references.ts';
import { useTill } from '#renderer/session/till-context.ts';
import type { Asked, Asking } from '#renderer/session/use-asking.ts';
import { useBuyerGroups } from '#renderer/session/use-buyer-groups.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { AskDialog } from '#renderer/ui/sell/ask-dialog.tsx';
import { QuantityDialog } from './quantity-dialog.tsx';

type AskedDialogProps = { readonly asking: Asking; readonly asked: Asked };

/** What goods on their way into the basket ask for. */
export const AskedDialog = ({ asking, asked: { coming, ask } }: AskedDialogProps) => {
  const { text } = useFormat();
  const { store } = useTill();
  const { prices } = useReferences();
  const groups = useBuyerGroups();
  const { product } = coming;
  const { name, unit } = product;
  if (ask.type === 'weight')
    return (
      <QuantityDialog
        of={{
          name,
          unit,
          unitPrice: prices.priceOf(product, store.time.now(), groups),
          quantity: null,
        }}
        onClose={asking.giveUp}
        onSet={(quantity) => asking.answer({ quantity })}
      />
    );
  return (
    <AskDialog
      name={text(name)}
      ask={ask}
      onChecked={(ageChecked) => asking.answer({ particulars: { ageChecked } })}
      onCode={asking.answerCode}
      onGiveUp={asking.giveUp}
    />
  );
};
