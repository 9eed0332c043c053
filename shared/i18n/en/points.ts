export const points = {
  points: {
    count_one: '{{count}} point',
    count_other: '{{count}} points',
    earned: 'Points earned',
    spent: 'Points spent',
    left: 'Points left',
    takenBack: 'Points taken back',
    restored: 'Points given back',
    title: 'Loyalty points',
    howMany: 'How many points',
    pays: 'They pay',
    use: 'Pay with points',
    worth: '{{points}} on the account',
    hint: 'Only whole points pay; at least {{points}} at once.',
    lastKnown: 'There is no connection: this is the last that this till knows.',
    asking: 'Asking the server…',
    no_customer: 'Points belong to a customer. Close this and choose the customer first (F7).',
    points_none: 'There are no points on the account.',
    points_below_smallest:
      'At least {{points}} are spent at once: there are not so many, or there is not so much to pay.',
    points_not_known:
      'What is on the account is not known here without a connection. Take another way to pay.',
    points_not_offline:
      'Without a connection no more points may be spent than head office allows. Take another way to pay, or wait for the connection.',
    points_not_taken:
      'These points cannot pay: their rules have changed. Remove them and pay otherwise.',
    lookTitle: 'What a customer has of points',
    lookHint:
      'Type part of a name, the end of a phone number or a loyalty card: the account and what moved it appear here.',
    never: 'None were ever earned or spent.',
    policy: {
      isOn: 'Customers earn and spend points',
      perHundred: 'Points for each 100 paid',
      worth: 'What a point pays, in money',
      smallestSpend: 'Fewest points spent at once',
      offlineLimit: 'Most points a customer spends at a till without a connection',
      asTender: 'Points pay like money',
      asTenderHint:
        'Left off, they are a discount and lower the tax. Where prices do not hold the tax they always pay like money.',
    },
  },
} as const;
