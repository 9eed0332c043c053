import { Value } from 'typebox/value';
import { toUnits } from '#server/catalog/decimal.ts';
import { SkuSchema } from '#shared/kernel/ids.ts';
import { type Minor, minor, MINOR_DIGITS } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Refusal, Row } from './row.ts';

/** The cells of a line, in the order of `HEADER`. */
export type Cells = readonly [
  invoice: string,
  stockCode: string,
  description: string,
  quantity: string,
  time: string,
  price: string,
  customer: string,
  country: string,
];

export const HEADER =
  'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';

/** A hundred million pounds: so many lines as an invoice may have still add up to an amount that fits. */
const MAX_AMOUNT = 10_000_000_000;
const MAX_PIECES = 1_000_000;
const MAX_DESCRIPTION = 200;

const parseInvoice = (text: string): Result<string, Refusal> =>
  /^[A-Z]?[0-9]{6}$/.test(text) ? ok(text) : fail('invoice_invalid');

const parseSku = (text: string): Result<string, Refusal> => {
  const sku = text.toUpperCase();
  return Value.Check(SkuSchema, sku) ? ok(sku) : fail('stock_code_invalid');
};

const parseDescription = (text: string): Result<string, Refusal> =>
  text.length <= MAX_DESCRIPTION && !/[\p{Cc}\uFFFD]/u.test(text)
    ? ok(text)
    : fail('description_invalid');

const parsePieces = (text: string): Result<number, Refusal> => {
  if (!/^-?[0-9]{1,9}$/.test(text) || Math.abs(Number(text)) > MAX_PIECES)
    return fail('quantity_invalid');
  return Number(text) === 0 ? fail('quantity_zero') : ok(Number(text));
};

const parseTime = (text: string): Result<string, Refusal> => {
  const [, day, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(text) ?? [];
  const at = `${day}T${time}.000Z`;
  const milliseconds = Date.parse(at);
  // A day that no calendar has becomes another one.
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === at
    ? ok(at)
    : fail('time_invalid');
};

const parsePrice = (text: string): Result<Minor, Refusal> => {
  if (!/^[-+]?[0-9]+(\.[0-9]+)?$/.test(text)) return fail('price_invalid');
  if (text.startsWith('-') && /[1-9]/.test(text)) return fail('price_negative');
  // Zeros behind the pennies say nothing.
  const pennies = toUnits(text.replace(/(\.\d\d)0+$/, '$1'), MINOR_DIGITS);
  if (pennies === null) return fail('price_finer_than_a_penny');
  return ok(minor(pennies));
};

const parseCustomer = (text: string): Result<string | null, Refusal> => {
  if (text === '') return ok(null);
  const [, id] = /^([0-9]{1,10})(\.0)?$/.exec(text) ?? [];
  return id === undefined ? fail('customer_invalid') : ok(id);
};

/** What one line of the file says, or why it says nothing that can be booked. */
export const parseRow = (line: number, cells: Cells): Result<Row, Refusal> => {
  const [invoiceNo, stockCode, text, quantity, time, unitPrice, customer] = cells;
  const invoice = parseInvoice(invoiceNo.trim());
  if (!invoice.ok) return invoice;
  const sku = parseSku(stockCode.trim());
  if (!sku.ok) return sku;
  const description = parseDescription(text.trim());
  if (!description.ok) return description;
  const pieces = parsePieces(quantity.trim());
  if (!pieces.ok) return pieces;
  const at = parseTime(time.trim());
  if (!at.ok) return at;
  const price = parsePrice(unitPrice.trim());
  if (!price.ok) return price;
  const customerId = parseCustomer(customer.trim());
  if (!customerId.ok) return customerId;
  if (Math.abs(pieces.value) * price.value > MAX_AMOUNT) return fail('amount_absurd');
  return ok({
    line,
    invoice: invoice.value,
    sku: sku.value,
    description: description.value,
    pieces: pieces.value,
    price: price.value,
    at: at.value,
    customerId: customerId.value,
  });
};
