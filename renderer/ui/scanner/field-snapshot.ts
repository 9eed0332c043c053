import type { TextField } from '../input/input-target.ts';

/** A field as it was before a scan typed into it. */
export type FieldSnapshot = {
  readonly field: TextField;
  readonly value: string;
  readonly selection: readonly [start: number, end: number] | undefined;
};

export const takeSnapshot = (field: TextField): FieldSnapshot => {
  // Fields of some types, numbers for one, have no selection to read.
  const { value, selectionStart: start, selectionEnd: end } = field;
  return { field, value, selection: start === null || end === null ? undefined : [start, end] };
};

/**
 * Puts the value back and tells React about it. React shadows `value` on the element itself to notice changes, so
 * the setter of the prototype is called: then its `input` event is taken for the user's.
 */
export const restoreSnapshot = ({ field, value, selection }: FieldSnapshot): void => {
  const prototype =
    field instanceof HTMLTextAreaElement
      ? HTMLTextAreaElement.prototype
      : HTMLInputElement.prototype;
  Reflect.set(prototype, 'value', value, field);
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  if (selection) field.setSelectionRange(...selection);
};
