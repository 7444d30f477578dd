/** The quality that a media range of an `Accept` header has; undefined if it is not there. */
const qualityIn = (accept: string) => {
  const qualities = new Map(
    accept.split(',').map((part) => {
      const [range = '', ...parameters] = part.split(';').map((text) => text.trim());
      const quality = parameters.find((text) => /^q\s*=/.test(text));
      return [range, quality ? Number(quality.replace(/^q\s*=/, '')) : 1];
    }),
  );
  return (...ranges: string[]) =>
    ranges.map((range) => qualities.get(range)).find((quality) => quality !== undefined);
};

/**
 * Whether an `Accept` header (in lower case) asks for the page: it likes HTML no less than JSON,
 * and names it if it likes both alike, as no client does that takes whatever comes.
 */
export const wantsPage = (accept: string): boolean => {
  const quality = qualityIn(accept);
  const html = quality('text/html', 'text/*', '*/*') ?? 0;
  const json = quality('application/json', 'application/*', '*/*') ?? 0;
  return html > json || (html > 0 && html === json && quality('text/html') !== undefined);
};
