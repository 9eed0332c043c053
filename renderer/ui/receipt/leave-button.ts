/** Enter is the dialog's again: on the button it would do the same once more. */
export const leaveButton = (button: HTMLElement): void =>
  button
    .closest('[role=dialog]')
    ?.querySelector<HTMLElement>('[data-autofocus]')
    ?.focus({ preventScroll: true });
