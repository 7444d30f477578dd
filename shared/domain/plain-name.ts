/**
 * A name for comparison, whatever the case of its letters, its spaces and its Unicode form. Signs count:
 * C, C++ and C# are three.
 */
export const plainName = (name: string): string =>
  name.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
