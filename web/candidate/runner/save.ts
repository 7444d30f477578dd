/**
 * Downloads a text file that is created in the page: nothing is fetched for it. The
 * browser frees it with the page: Safari still reads it after the click.
 */
export const save = (name: string, type: string, text: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
};
