import path from 'node:path';
import { defineConfig } from 'vite';

/** The server and the thread of its database as two programs that start without a compiler; packages stay packages. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: true,
    outDir: path.resolve(import.meta.dirname, '../dist/server'),
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        serve: path.join(import.meta.dirname, 'cli/serve.ts'),
        'pglite-worker': path.join(import.meta.dirname, 'store/database/pglite-worker.ts'),
      },
      output: { entryFileNames: '[name].js' },
    },
  },
});
