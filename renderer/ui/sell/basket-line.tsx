import { IconNote, IconTag } from '@tabler/icons-react';
import { memo, useEffect, useRef } from 'react';
import { keepFocus } from '../button/keep-focus.ts';
import classes from './basket-line.module.css';

type BasketLineProps = {
  readonly id: string;
  readonly name: string;
  /** Quantity × price. */
  readonly detail: string;
  readonly total: string;
  /** What was taken off: −10%, −195 ₸. */
  readonly discount?: string | undefined;
  /** Which promotions did. */
  readonly reason?: string | undefined;
  /** Its number, its batch, what was written down with it, a line of text each; '' = nothing. */
  readonly notes: string;
  readonly isChosen: boolean;
  readonly onChoose: (id: string) => void;
};

/** A line of the basket. The chosen one keeps in view while ↑ and ↓ move through the basket. */
export const BasketLine = memo(function BasketLine(props: BasketLineProps) {
  const { id, name, detail, total, discount, reason, notes, isChosen, onChoose } = props;
  const line = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <button
      ref={line}
      type="button"
      className={classes['line']}
      aria-current={isChosen || undefined}
      onPointerDown={keepFocus}
      onClick={() => onChoose(id)}
    >
      <span className={classes['name']}>{name}</span>
      <span className={classes['total']}>{total}</span>
      <span className={classes['detail']}>{detail}</span>
      {discount === undefined ? null : <span className={classes['discount']}>{discount}</span>}
      {reason === undefined ? null : (
        <span className={classes['reason']}>
          <IconTag size={14} aria-hidden /> {reason}
        </span>
      )}
      {(notes === '' ? [] : notes.split('\n')).map((words) => (
        <span key={words} className={classes['reason']}>
          <IconNote size={14} aria-hidden /> {words}
        </span>
      ))}
    </button>
  );
});
