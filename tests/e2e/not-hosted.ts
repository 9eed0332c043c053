/** End-to-end files that `npm run e2e:host` leaves out, and why. It prints them; playwright.config.ts keeps them away. */
export const leftOut: Readonly<Record<string, string>> = {
  'tokens.spec.ts': 'it opens no till: it tries the browser’s cryptography in an empty page',
  'server-moved.spec.ts':
    'the desktop app has no web host: it is told of its server by its settings',
  'lost-paper.spec.ts': 'it cuts the line to the web host: the desktop app has none',
  'two-browsers.spec.ts': 'the desktop app has one window and is the only one of its data folder',
};

/** What the others do in a browser alone, and why the desktop app has nothing of the kind. */
export const browserOnly: Readonly<Record<string, string>> = {
  'catalog-worker.spec.ts': 'waits for no service worker: the app has its page on the disk',
};
