import './theme/mantine-styles.ts';
import '@fontsource-variable/golos-text';
import './theme/tokens.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import type { i18n as I18n } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { cssVariablesResolver, theme } from './theme/theme.ts';

const colorSchemeManager = localStorageColorSchemeManager({ key: 'omnitill.theme' });

/** The nonce that the page's content security policy allows for styles; the host writes it into the page. */
const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? '';

type UiProviderProps = {
  readonly i18n: I18n;
  readonly children: ReactNode;
};

/** The look and the language of the till and the dashboard; light or dark as chosen here, else as the computer is. */
export const UiProvider = ({ i18n, children }: UiProviderProps) => (
  <I18nextProvider i18n={i18n}>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  </I18nextProvider>
);
