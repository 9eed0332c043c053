import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { generateSW } from 'workbox-build';
import { openPage } from './host/open-page.ts';

/** The web host writes the address of its server in its place: a page for another server is another version of it. */
const SERVER_PLACE = 'omnitill-server';

const outDir = path.resolve(import.meta.dirname, '../dist/till');

/** Writes the service worker that keeps the whole built till on the device, so that it opens with every server stopped. */
function serviceWorker(): Plugin {
  let built = outDir;
  return {
    name: 'omnitill-service-worker',
    apply: 'build',
    configResolved: ({ build }) => {
      built = build.outDir;
    },
    async closeBundle() {
      await generateSW({
        globDirectory: built,
        globPatterns: ['**/*.{html,js,css,woff2,svg,png,webmanifest,json}'],
        swDest: path.join(built, 'service-worker.js'),
        manifestTransforms: [
          (manifest) => ({
            manifest: manifest.map((entry) =>
              entry.url.endsWith('.html')
                ? { ...entry, revision: `${entry.revision} ${SERVER_PLACE}` }
                : entry,
            ),
          }),
        ],
        // What the page is called in the cache is not what it is opened by: that is for the rule below.
        directoryIndex: '',
        runtimeCaching: [
          { urlPattern: ({ request }) => request.mode === 'navigate', handler: openPage },
        ],
        maximumFileSizeToCacheInBytes: 20 * 1024 * 1024,
        // Vite puts a hash of the content into these names, so the name is version enough.
        dontCacheBustURLsMatching: /assets\//,
        inlineWorkboxRuntime: true,
        sourcemap: false,
        mode: 'production',
        // The first visit already is under the worker's care; a new version waits until the till is closed.
        clientsClaim: true,
      });
    },
  };
}

/** While developing, no web host writes the server's address into the page. */
function serverAddress(): Plugin {
  const content = process.env['OMNITILL_SERVER_URL'] ?? 'http://127.0.0.1:4600';
  return {
    name: 'omnitill-server-address',
    apply: 'serve',
    transformIndexHtml: () => [{ tag: 'meta', attrs: { name: 'omnitill-server', content } }],
  };
}

// Nothing is inlined as a script or a data: address, so that the strictest content security policy holds.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), serviceWorker(), serverAddress()],
  build: {
    outDir,
    emptyOutDir: true,
    // The till, and the second screen that is turned to the customer.
    rolldownOptions: {
      input: ['index.html', 'display.html'].map((page) => path.join(import.meta.dirname, page)),
    },
    target: 'es2023',
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  worker: { format: 'es' },
});
