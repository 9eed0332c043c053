export const training = {
  training: {
    banner: 'TRAINING MODE',
    explain: 'the receipt is not fiscal, sales do not count',
    leave: 'Leave',
    title: 'Training',
    enter: 'Start training',
    refused: {
      basket_open: 'A basket is open. Sell, park or void it first, then start training.',
      payment_open: 'A payment is not settled yet. Settle it first, then start training.',
      nothing_to_practise: 'There is nothing to practise with yet: no products have come down.',
    },
    interrupted: 'Training was interrupted',
    interruptedHint:
      'Exercises that were done are kept, nothing else is. This till sells for real now.',
    manager: 'Practice manager',
    customer: 'Practice customer',
    panel: 'Exercise',
    exercises: 'Exercises',
    progress: '{{done}} of {{total}}',
    choose: 'Choose an exercise. It checks itself while you work at the till.',
    start: 'Start',
    again: 'Once more',
    next: 'Next exercise',
    done: 'Done',
    open: 'To do',
    writing: 'Writing it down…',
    written: 'Well done. Head office sees it.',
    failed: 'It could not be written down.',
    allDone: 'All exercises are done',
    about: 'About this screen',
    tour: 'What each screen is for',
    ofPerson: 'Training: {{name}}',
    exercise: {
      first_sale: 'First sale',
      split_payment: 'Split payment',
      discount: 'Discount with approval',
      weighed: 'Several pieces and goods by weight',
      park: 'Park and recall',
      pickup: 'Hand over a web order',
      return_offline: 'Return without a connection',
      exchange: 'Exchange',
      conflict: 'Conflict',
      shift_close: 'Cash in and closing the shift',
    },
    step: {
      openShift: 'Open the shift: F8 on the Shift screen.',
      sellTwo: 'Put two different products into the basket and take cash: F8.',
      giveChange: 'Type more than the total as received, so that change is due.',
      askCard:
        'Press F10, take a part in cash: F11, and the rest by card: F9. Let the machine approve.',
      payInTwo: 'Finish a sale that is paid in cash and by card.',
      askManager:
        'Take 30% off a line: F6, say why, and sell it. The practice manager approves; their PIN is {{pin}}.',
      sellSeveral: 'Sell three pieces of one product: F4 sets the quantity.',
      sellByWeight:
        'Sell something by weight. Where the shop has nothing by weight: three pieces each of two products.',
      parkBasket: 'Put something into the basket and park it: F11.',
      recallBasket: 'Bring the parked basket back: F3.',
      sellRecalled: 'Sell it.',
      prepareOrder: 'Order {{number}} has come. Tick its goods and put it ready: F5, then F8.',
      handOver: 'Its customer says {{digits}}. Enter it, tick the goods, hand over and take cash.',
      takeBack: 'The connection is gone. Find purchase {{number}} and take its goods back: F8.',
      refundCash: 'Give the money back in cash.',
      exchangeGoods:
        'Find purchase {{number}}, take it back and press F10: give dearer goods and take the difference.',
      decide:
        'Order {{number}} was collected after it was canceled. See what happened, write a note and decide. The practice manager’s PIN is {{pin}}.',
      moveCash: 'Put cash into the drawer: F9 on the Shift screen.',
      closeShift: 'Count the drawer and close the shift: F8.',
    },
  },
  tour: {
    sell: 'Here you sell. Scan goods, press their tiles or search with F2. F4 sets the quantity, F6 gives a discount, F7 adds the customer. F8 takes cash, F9 the card; F10 splits the payment. F11 parks the basket, F3 brings it back.',
    pickups:
      'Web orders that are collected here. Choose one, tick its goods and put it ready with F8. Scan the customer’s code or enter their six digits, then hand over with F8. F4 lists what is to be picked for all orders.',
    returns:
      'Goods that come back. Scan the receipt or type its number, choose what is returned and why, and give the money back with F8. F10 makes it an exchange, F11 takes goods without a receipt.',
    receipts:
      'What was sold, returned and handed over here, the newest first. Search by number, product or phone. From a receipt you print a copy or begin a return.',
    stock:
      'What is in the store. Search or scan to see a product here and elsewhere. Receive, count, move, adjust or write goods off by scanning them, and finish with F8.',
    shift:
      'The drawer and its cash. F8 opens and closes the shift, F9 puts cash in, F10 takes it out. F7 shows the X report. The drawer is counted before anybody sees what is expected.',
    exceptions:
      'Facts that contradict each other, such as an order that was collected after it was canceled. Read what happened, do what is to be done, and decide. A manager approves.',
    devices:
      'Printers, drawer and scanner of this computer. Add a printer, print a test page, and see why a paper is waiting.',
    quickKeys:
      'The tiles of the sell screen. A manager puts products on pages, orders and names them, and saves with F8: every till of the store shows them. Without any page the tills show the tiles of the catalog.',
  },
} as const;
