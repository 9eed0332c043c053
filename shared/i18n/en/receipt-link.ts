export const receiptLink = {
  receiptLink: {
    language: 'Language',
    unknown: 'There is no receipt here',
    unknownHint: 'Scan the code on the receipt once more. If that does not help, ask in the store.',
    awaited: 'The receipt is not here yet',
    awaitedHint:
      'Its code is genuine, but the till has not sent the sale yet. Try again in a minute: this page does so by itself.',
    show: 'To the phone',
    title: 'Receipt on the phone',
    hint: 'The customer points a phone’s camera at the code and has the receipt as a web page.',
    offline: 'There is no connection now. The page shows the receipt as soon as this till has one.',
  },
} as const;
