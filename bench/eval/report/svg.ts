/** Colours with enough contrast on the white card that every plot is drawn on. */
export const ink = {
  text: '#14181c',
  quiet: '#495160',
  line: '#d8dbd6',
  card: '#ffffff',
  accent: '#0b5c55',
  human: '#744600',
  baseline: '#737b87',
  danger: '#a8201a',
} as const;

/** Text escaped for SVG. */
export const escapeXml = (text: string): string =>
  text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A piece of text at a place; `anchor` as in SVG. */
export const label = (
  x: number,
  y: number,
  text: string,
  {
    anchor = 'start',
    fill = ink.text,
    size = 13,
    weight = 400,
  }: { anchor?: 'start' | 'middle' | 'end'; fill?: string; size?: number; weight?: number } = {},
): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${fill}" font-size="${size}" font-weight="${weight}">${escapeXml(text)}</text>`;

/** A rectangle with rounded corners. */
export const box = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="3" fill="${fill}"/>`;

/** A whole picture on a white card, with a title and description for who cannot see it. */
export const picture = (
  width: number,
  height: number,
  { title, description }: { title: string; description: string },
  parts: readonly string[],
): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t d" font-family="system-ui, sans-serif">`,
    `<title id="t">${escapeXml(title)}</title><desc id="d">${escapeXml(description)}</desc>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${ink.card}" stroke="${ink.line}"/>`,
    label(20, 30, title, { size: 15, weight: 650 }),
    ...parts,
    '</svg>\n',
  ].join('\n');

/** Enough digits for a plot; keeps files small and the same on each run. */
export const round = (value: number): number => Math.round(value * 10) / 10;
