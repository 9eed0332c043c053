export const receiptLink = {
  receiptLink: {
    language: 'Language',
    unknown: 'There is no receipt here',
    unknownHint: 'Scan the code on the receipt once more. If that does not help, ask in the store.',
    awaited: 'The receipt is not here yet',
    awaitedHint:
      'Its code is genuine, but the till has not sent the sale yet. Try again in a minute: this page does so by itself.',
    busy: 'The receipt cannot be shown now',
    busyHint: 'Try again in a minute: this page does so by itself.',
    show: 'To the phone',
    title: 'Receipt on the phone',
    hint: 'The customer points a phone’s camera at the code and has the receipt as a web page.',
    offline: 'There is no connection now. The page shows the receipt as soon as this till has one.',
    open: 'Open the receipt',
    byMail: 'By e-mail',
    mailTitle: 'Receipt by e-mail',
    address: 'E-mail address',
    addressHint: 'It is used for this letter and kept nowhere.',
    send: 'Send',
    noMailNow: 'There is no connection now: a receipt cannot be sent.',
    outcome: {
      sent: 'The receipt was sent.',
      address_refused:
        'The mail server takes no letters for this address. Check it with the customer.',
      mail_failed:
        'The mail server did not take the letter. Try again, or give the receipt on paper.',
      awaited: 'The server has not got this sale yet. Try again in a moment.',
      too_often: 'This receipt was sent as often as it may be in one day. Give it on paper.',
      unanswered:
        'There was no answer: nobody knows whether it was sent. Check the address and try again.',
    },
  },
} as const;
