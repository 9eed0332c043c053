import '@fontsource/ibm-plex-mono/latin-400.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { createI18n, initialLocale } from '#renderer/ui/language/i18n.ts';
import { UiProvider } from '#renderer/ui/ui-provider.tsx';
import { createQueryClient } from '../data/query-client.ts';
import { Entrance } from './entrance.tsx';

const place = document.querySelector('#root');
if (place)
  createRoot(place).render(
    <UiProvider i18n={createI18n(initialLocale())}>
      <QueryClientProvider client={createQueryClient()}>
        <Entrance />
      </QueryClientProvider>
    </UiProvider>,
  );
