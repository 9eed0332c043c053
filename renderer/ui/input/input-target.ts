/** What has the focus, as far as it matters to who gets a key. */
export type TargetKind =
  /** One line of text. */
  | 'text'
  /** A search field that Escape would empty. */
  | 'search'
  /** Several lines of text. */
  | 'multiline'
  /** A button, link or box that a key can press. */
  | 'pressable'
  /** A list, or something with an open list, that arrows move in. */
  | 'list'
  /** One of several to choose: only arrows and space are its own. */
  | 'choice'
  | 'none';

const NOT_TEXT = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
]);
const LIST_ROLES = '[role=option],[role=menuitem],[role=listbox],[role=tab],[role=slider]';

export type TextField = HTMLInputElement | HTMLTextAreaElement;

export const isTextField = (target: unknown): target is TextField =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !NOT_TEXT.has(target.type));

export const targetKind = (target: unknown): TargetKind => {
  if (!(target instanceof HTMLElement)) return 'none';
  if (target.getAttribute('aria-expanded') === 'true' || target.matches(LIST_ROLES)) return 'list';
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return 'multiline';
  if (isTextField(target))
    return target.type === 'search' && target.value !== '' ? 'search' : 'text';
  if (target instanceof HTMLSelectElement) return 'list';
  if (target.matches('input[type=radio],[role=radio]')) return 'choice';
  if (target instanceof HTMLInputElement) return 'pressable';
  return target.matches('button,a[href],[role=button]') ? 'pressable' : 'none';
};
