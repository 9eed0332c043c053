export const prices = {
  prices: {
    title: 'Prices',
    new: 'New price list',
    change: 'Edit the price list',
    none: 'There are no price lists yet',
    noneHint:
      'Without one a product costs what the catalog says. A price list is at the tills before it begins, and begins there with no network too.',
    nameHint: 'For head office alone.',
    to: 'To (empty: for good)',
    forGood: 'for good',
    where: 'Where',
    prices: 'Prices, a product to a line',
    pricesHint:
      'The SKU and, after a space, the price of one piece or kilogram. Lines from a spreadsheet can be pasted.',
    check: 'Show the products',
    now: 'Now',
    later: 'Then',
    products_one: '{{count}} product',
    products_other: '{{count}} products',
    differences: 'Differences between channels',
    noDifferences: 'No product costs more in one channel than in another',
    noDifferencesHint:
      'A price list of some channels alone makes such a difference; each is listed here from the moment it is planned.',
    product: 'Product',
    byChannel: 'Price by channel',
    list: 'Price list',
    since: 'From',
    problems: {
      ends_before_start: 'It ends before it begins.',
      priced_twice: 'A product has two different prices.',
      wrong_line: 'Line {{line}} is not an SKU with a price.',
    },
  },
} as const;
