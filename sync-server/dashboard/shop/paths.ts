export const SHOP_PATH = '/shop';
export const ORDER_PATH = '/shop/orders/:id';

export const orderPath = (id: string): string => ORDER_PATH.replace(':id', id);
