import path from 'node:path';
import { defineConfig } from 'vite';

/** The desktop app's main program: one ES module with all it needs inside, so that the package has no node_modules. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: path.join(import.meta.dirname, 'boot/boot.ts'),
    outDir: path.resolve(import.meta.dirname, '../dist/desktop'),
    // A build goes to a new folder, which then takes the place of the last.
    emptyOutDir: false,
    target: 'node22',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'boot.js', codeSplitting: false } },
  },
});
