import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Nothing is inlined as a script or a data: address, so that the strictest content security policy holds.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: path.resolve(import.meta.dirname, '../../dist/dashboard'),
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    // The dashboard, and the demo's online shop beside it.
    rolldownOptions: {
      input: ['index.html', 'shop.html'].map((page) => path.resolve(import.meta.dirname, page)),
    },
  },
});
