/** The addresses of the dashboard's pages. */
export const PATHS = {
  overview: '/',
  receipts: '/receipts',
  webOrders: '/web-orders',
  storedValue: '/gift-cards',
  points: '/points',
  shifts: '/shifts',
  deliveries: '/deliveries',
  stores: '/stores',
  customers: '/customers',
  staff: '/staff',
  accounts: '/accounts',
  channels: '/channels',
  promotions: '/promotions',
  prices: '/prices',
  policy: '/policy',
  receiptLayout: '/receipt-layout',
  changes: '/changes',
  sensitive: '/sensitive-acts',
  exceptions: '/exceptions',
  unprocessed: '/unprocessed',
  setup: '/setup',
  password: '/password',
} as const;

export const shiftPath = (id: string): string => `${PATHS.shifts}/${encodeURIComponent(id)}`;

/** Page of an order, as a receipt or as a web order. */
export const orderPath = (
  list: typeof PATHS.receipts | typeof PATHS.webOrders,
  id: string,
): string => `${list}/${encodeURIComponent(id)}`;
