const spelled: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[ßøłđæœı]/g, (letter) => spelled[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');

/**
 * An id for each name: lower case, digits and hyphens, unique within the set. A name with hardly any
 * Latin letters becomes `<fallback>-<n>`, where n is its position from 1.
 */
export const uniqueSlugs = (names: readonly string[], fallback: string): string[] => {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const letters = name.match(/\p{L}/gu)?.length ?? 0;
    const made = slug(name);
    const base = made.length >= Math.max(2, letters / 2) ? made : `${fallback}-${index + 1}`;
    let id = base;
    for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
    taken.add(id);
    return id;
  });
};
