/** No text that is allowed here is longer, in bytes. */
const largest = 200_000;

/** The text of a file. @throws Error with a sentence for the person */
export const textOf = async (file: Blob): Promise<string> => {
  if (file.size > largest) throw new Error('The file is too large for a text of 50,000 characters');
  const bytes = await file.arrayBuffer();
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // It is said below.
  }
  throw new Error('The file is not plain text in UTF-8; copy the text into the field instead');
};
