// npm run papers: one of every paper that a till prints, in all four languages, as a receipt printer puts it on its roll,
// into docs/screenshots/papers. The printer is the strict decoder that the tests print at.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { encodePaper } from '#main/devices/escpos/encode-paper.ts';
import { codePageTest } from '#main/devices/escpos/code-page-test.ts';
import { everyPaper, PAPERS } from '#main/devices/every-paper.fixture.ts';
import { printerAt } from '#main/devices/papers.fixture.ts';
import { askState } from '#main/devices/printer/ask-state.ts';
import { openLink } from '#main/devices/printer/open-link.ts';
import { printBytes } from '#main/devices/printer/print-bytes.ts';
import { startVirtualPrinter } from '#main/devices/virtual-printer.fixture.ts';
import { LOCALES } from '#shared/kernel/text.ts';
import { paperDocument } from '#shared/receipt/paper-document.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/screenshots/papers');

/** How wide each paper is: 80 mm, and labels on a narrow roll. */
const COLUMNS = {
  receipt: 48,
  copy: 32,
  gift: 42,
  ahead: 48,
  return: 48,
  slip: 48,
  cash: 32,
  'z-report': 48,
  labels: 32,
} as const;

const print = async (name: string, columns: 32 | 42 | 48, bytes: Buffer): Promise<void> => {
  const virtual = await startVirtualPrinter(columns);
  const { address } = printerAt(virtual.port);
  const done = await printBytes({
    open: openLink,
    ask: askState,
    address,
    bytes,
    onBegin: async () => undefined,
  });
  const faults = virtual.faults();
  if (!done.ok || faults.length > 0) throw new Error(`${name}: ${faults.join(', ')}`);
  for (const [place, { png }] of virtual.papers().entries()) {
    const file = `${name}${virtual.papers().length > 1 ? `-${place + 1}` : ''}.png`;
    await writeFile(path.join(folder, file), png);
    console.log(file);
  }
  await virtual.close();
};

await mkdir(folder, { recursive: true });
for (const locale of LOCALES)
  for (const kind of PAPERS) {
    const columns = COLUMNS[kind];
    const document = paperDocument(everyPaper(locale)[kind]);
    await print(`${kind}-${locale}`, columns, encodePaper(document, printerAt(9100, { columns })));
  }
await print('code-pages', 48, codePageTest());
