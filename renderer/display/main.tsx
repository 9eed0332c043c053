import { createRoot } from 'react-dom/client';
import { createI18n, initialLocale } from '../ui/language/i18n.ts';
import { UiProvider } from '../ui/ui-provider.tsx';
import { CustomerDisplay } from './customer-display.tsx';

const place = document.querySelector('#display');
if (place)
  createRoot(place).render(
    <UiProvider i18n={createI18n(initialLocale())}>
      <CustomerDisplay />
    </UiProvider>,
  );
