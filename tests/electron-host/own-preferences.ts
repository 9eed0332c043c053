/** What every window of the app has, and nothing beside it: each further preference would be a right. */
export const OWN_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  webSecurity: true,
  spellcheck: false,
  navigateOnDragDrop: false,
  devTools: false,
};
