export const deliveries = {
  deliveries: {
    title: 'Deliveries',
    new: 'Announce a delivery',
    change: 'Edit the delivery',
    none: 'No delivery is announced',
    noneHint:
      'Say what a supplier will bring to a store: its tills receive the goods against it, with no network too, and what did not come is told.',
    supplier: 'Supplier',
    expected: 'Expected',
    goods: 'Goods, a product to a line',
    goodsHint:
      'The SKU and, after a space, how many pieces or kilograms. Lines from a spreadsheet can be pasted.',
    show: 'Show the goods',
    sent: 'Announced',
    received: 'Received',
    wrongLine: 'Line {{line}} is not an SKU with a quantity.',
    unknownSku: 'There are no goods with the SKU {{sku}}.',
    brokenPiece: '{{sku}} is counted in whole pieces.',
    states: {
      announced: 'Announced',
      received: 'Received',
      short: 'Short',
      differs: 'Came otherwise',
    },
  },
} as const;
