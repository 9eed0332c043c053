import type { PointerEvent } from 'react';

/**
 * For buttons that are pressed again and again: a press leaves the focus where it is, so that Enter afterwards is
 * the screen's and does not press the same button once more.
 */
export const keepFocus = (event: PointerEvent): void => event.preventDefault();
