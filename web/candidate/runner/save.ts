/** Hands the person a text file, made here: nothing is fetched for it. */
export const save = (file: { name: string; type: string; text: string }): void => {
  const url = URL.createObjectURL(new Blob([file.text], { type: `${file.type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // Safari reads the object after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
