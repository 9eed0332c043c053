import { createRoot } from 'react-dom/client';
import { noteFaults } from '../host/note-faults.ts';
import { isDesktop, openShell } from '../host/open-shell.ts';
import { listenForInput } from '../ui/input/listen-for-input.ts';
import { createI18n, initialLocale } from '../ui/language/i18n.ts';
import { UiProvider } from '../ui/ui-provider.tsx';
import { RootBoundary } from './root-boundary.tsx';
import { Root } from './root.tsx';

// First: what fails from here on is in the log.
noteFaults(window, openShell());

// For as long as the page lives: sign-in and enrolment hear keys and scans as well as the screens.
listenForInput(window);

const place = document.querySelector('#till');
if (place)
  // What a boundary caught is told of as well.
  createRoot(place, { onCaughtError: reportError }).render(
    <UiProvider i18n={createI18n(initialLocale())}>
      <RootBoundary>
        <Root />
      </RootBoundary>
    </UiProvider>,
  );

// Asked, not relied on: a fresh browser says no, and then the disk may be cleared when it is full.
void navigator.storage.persist();
// The desktop app has its page on the disk; a browser keeps it by its service worker.
if (import.meta.env.PROD && !isDesktop())
  void navigator.serviceWorker.register('/service-worker.js');
