import path from 'node:path';
import { defineConfig } from 'vite';

/** The preload: CommonJS in one file, as a sandboxed page has no module loader. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: path.join(import.meta.dirname, 'preload.ts'),
    outDir: path.resolve(import.meta.dirname, '../../dist/desktop'),
    emptyOutDir: false,
    target: 'chrome140',
    minify: false,
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
  },
});
