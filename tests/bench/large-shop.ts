import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { type Product, startProduct } from '../e2e/product.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** 100,000 real products: barcode and name. */
const CATALOG = path.resolve(root, '../shared/data/catalog/openfoodfacts-100k.csv.gz');

export const hasLargeCatalog = (): boolean => existsSync(CATALOG);

/** A product of the file that a scanner can read and that is shown as it is written there. */
export type Scannable = { readonly barcode: string; readonly name: string };

/** Rows between two of the products that are scanned, so that they come from all over the catalog. */
const STEP = 211;

const readScannable = async (): Promise<Scannable[]> => {
  const lines = createInterface({ input: createReadStream(CATALOG).pipe(createGunzip()) });
  const rows: Scannable[] = [];
  for await (const line of lines) {
    const [, barcode, name] = /^(\d{13}),([A-Za-z]{3,12} [A-Za-z ]{3,20})$/.exec(line) ?? [];
    if (barcode !== undefined && name !== undefined) rows.push({ barcode, name });
  }
  return rows.filter((_, index) => index % STEP === 0);
};

const importCatalog = async (dataFolder: string): Promise<void> => {
  const program = path.join(root, 'sync-server/cli/catalog-import.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, CATALOG], {
    cwd: root,
    env: { ...process.env, OMNITILL_DATA: dataFolder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the import ended with ${code}`);
};

/** The demo's shops with 100,000 products more, served to tills of this machine. */
export type LargeShop = { readonly product: Product; readonly scannable: readonly Scannable[] };

export const openLargeShop = async (): Promise<LargeShop> => {
  const product = await startProduct();
  await product.killServer();
  await importCatalog(product.dataFolder);
  await product.startServer();
  return { product, scannable: await readScannable() };
};
