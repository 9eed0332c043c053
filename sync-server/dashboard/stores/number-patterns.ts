/** What may be typed into fields of numbers, as the browser checks it. */
export const PERCENT = String.raw`100|\d{1,2}([.,]\d{1,2})?`;
export const AMOUNT = String.raw`\d{1,2}([.,]\d{1,2})?`;
export const QUANTITY = String.raw`\d{1,6}([.,]\d{1,3})?`;
export const HOURS = String.raw`\d{1,4}`;
