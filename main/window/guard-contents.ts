import { app } from 'electron';
import { isOwnPage } from './own-page.ts';

/** No page of the app leaves for another, opens a window or holds one in a frame. */
export const guardContents = (): void => {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { readonly url: string; readonly preventDefault: () => void }): void => {
      if (!isOwnPage(event.url)) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
};
