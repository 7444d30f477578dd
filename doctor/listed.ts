const shown = 4;

/** A list in a sentence: its first entries, and how many more there are. */
export const listed = (all: readonly string[]): string => {
  const more = all.length - shown;
  return all.slice(0, shown).join('; ') + (more > 0 ? `; and ${more} more` : '');
};
