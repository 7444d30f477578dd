/** Reads one of the page's own JSON files. Throws if it cannot be read. */
export const readJson = async <T>(path: string): Promise<T> => {
  const response = await fetch(path, { credentials: 'omit' });
  if (!response.ok) throw new Error(path);
  return response.json();
};
