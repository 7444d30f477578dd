/** A language tag with the name of its language, `English (en-US)`. */
export const languageTitle = (tag: string): string => {
  try {
    const names = new Intl.DisplayNames('en', { type: 'language' });
    return `${names.of(new Intl.Locale(tag).language)} (${tag})`;
  } catch {
    return tag;
  }
};
