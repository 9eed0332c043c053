const SHOWN = 4;

/** As much of the code of a gift card or store credit as tells it from another; whoever has all of it can spend it. */
export const maskedCode = (code: string): string =>
  `•••• ${code.slice(-Math.min(SHOWN, Math.floor(code.length / 2)))}`;
