/** The beginning of a text that may be long, in code points. */
export const shortened = (text: string, most: number): string => {
  const beginning = [...text.slice(0, 2 * most + 2)];
  return beginning.length > most ? `${beginning.slice(0, most).join('')}…` : text;
};
