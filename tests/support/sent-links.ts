const added = [
  ...['.', ',', ';', ':', '!', '?', ')', ']', '}', '>', "'", '"', '*', '|', '\\', '…', '”', '»'],
  ...[
    '%22',
    '%3E',
    '%3e',
    '%20',
    '%0A',
    '%E2%80%A6',
    '%2522',
    '%',
    '%z',
    '&gt;',
    '&quot;',
    '&#34;',
  ],
  ...[
    '//',
    '/>',
    '/.',
    '/./',
    '),',
    '.)"',
    '">',
    '">.',
    '%22%3E',
    '&gt;.',
    '/").',
    '=',
    '=3D',
    '@x',
  ],
  ...['-', '_', '__', '%5F'],
];

/** What mail programs make of the end of a link's path, without and with its final slash. */
export const sentLinks = (token: string): string[] =>
  ['', ...added].flatMap((end) =>
    ['', '/'].flatMap((slash) => [`${token}${slash}${end}`, `${token}${end}${slash}`]),
  );

/** Ends of a link's path without a token that could be one. */
export const brokenLinks = ['.', '%22', '%zz', 'x.', 'x/y', 'a.b.c/', '"//', '//', '%', '%ff', 'é'];
