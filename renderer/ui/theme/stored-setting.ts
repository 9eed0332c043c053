/** A choice of this computer, kept between visits. Where storage is forbidden the choice lasts until the page closes. */
export const readSetting = (key: string): string | null => {
  try {
    return localStorage.getItem(`omnitill.${key}`);
  } catch {
    return null;
  }
};

export const writeSetting = (key: string, value: string): void => {
  try {
    localStorage.setItem(`omnitill.${key}`, value);
  } catch {
    // A full or forbidden storage must not stop a cashier from switching the language.
  }
};
