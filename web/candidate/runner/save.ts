/** Downloads a text file that is created in the page: nothing is fetched for it. */
export const save = (name: string, type: string, text: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  // Safari reads the object after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
