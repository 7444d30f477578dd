import { type FoldedText, fold, original, type Span } from './folded-text.ts';

/** One way of reading a text, with a mapping back to the stretch it was read from. */
export interface View {
  name: 'plain' | 'decoded' | 'hidden' | 'reversed' | 'rot13';
  text: string;
  /** The stretch of the original behind `[from, to)` of this view. */
  back: (from: number, to: number) => Span;
}

/** Letters of other scripts that look like Latin ones, each with the Latin one. */
const lookalikes = new Map(
  [
    'аa вb гr еe ёe іi їi јj кk мm нh оo рp сc тt уy хx ѕs һh ԁd ԛq ԝw ӏl ѵv ьb пn',
    'Аa Вb Еe Ѕs Іi Јj Кk Мm Нh Оo Рp Сc Тt Уy Хx',
    'αa βb γy εe ηn ιi κk νv οo ρp τt υu χx ωw ϲc σo',
    'Αa Βb Εe Ζz Ηh Ιi Κk Μm Νn Οo Ρp Τt Υy Χx',
    'ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ɑa ɡg ıi ℓl',
  ].flatMap((row) => row.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const)),
);

const latinWithMarks = /^[A-Za-z]\p{M}+$/u;

/** Lower case, Latin letters without their marks. */
const bare = (piece: string): string => {
  const apart = piece.normalize('NFD');
  const [letter = ''] = apart;
  return (latinWithMarks.test(apart) ? letter : piece).toLowerCase();
};

const latinized = (piece: string): string => lookalikes.get(piece) ?? bare(piece);

const asView = (name: View['name'], folded: FoldedText): View => ({
  name,
  text: folded.text,
  back: (from, to) => original(folded, from, to),
});

const mixed = /(?<![a-z0-9@$])(?=[^a-z]{0,3}[a-z])[a-z0-9@$]{3,30}(?![a-z0-9@$])/g;
const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '9': 'g',
  '@': 'a',
  $: 's',
};
const unleet = (text: string) =>
  text.replace(mixed, (word) => word.replace(/[0134579@$]/g, (sign) => leet[sign] ?? sign));

const rot13 = (text: string) =>
  text.replace(/[a-z]/g, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97),
  );

const decoder = new TextDecoder('utf-8', { fatal: true });

/** A run of bytes as text, or null if it is not text: nine tenths have to be written characters. */
const readable = (bytes: Uint8Array): string | null => {
  try {
    const text = decoder.decode(bytes);
    const signs = text.match(/[\p{L}\p{M}\s\x20-\x7E]/gu)?.length ?? 0;
    return signs >= 0.9 * [...text].length ? text : null;
  } catch {
    return null;
  }
};

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

const decoders: readonly (readonly [RegExp, (run: string) => string | null])[] = [
  [/[A-Za-z0-9+/_-]{20,}={0,2}/g, (run) => readable(Buffer.from(run, 'base64'))],
  [
    /(?:[A-Za-z0-9+/_-]{20,100}={0,2}\s){1,200}[A-Za-z0-9+/_-]+={0,2}/g,
    (run) => readable(Buffer.from(run.replace(/\s/g, ''), 'base64')),
  ],
  [
    /(?:(?:0x|\\x)?[0-9a-fA-F]{2}[\s,:]{0,2}){12,}/g,
    (run) => readable(Buffer.from(run.replace(/0x|\\x|[\s,:]/g, ''), 'hex')),
  ],
  [
    /(?:[01]{8}\s?){8,}/g,
    (run) =>
      readable(Uint8Array.from(run.match(/[01]{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))),
  ],
  [
    /(?<![\w%])(?:[\w.!?,'-]{0,40}%[0-9a-fA-F]{2}){3,500}[\w%.!?,'+-]{0,200}/g,
    (run) =>
      run
        .replace(/(?:%[0-9a-fA-F]{2})+/g, (codes) =>
          Buffer.from(codes.replaceAll('%', ''), 'hex').toString('utf8'),
        )
        .replaceAll('+', ' '),
  ],
  [
    /(?<![\p{L}\p{M}\p{N}_'])(?:[\p{L}\p{M}\p{N}_.,!']{1,20}[+_-]){4,200}[\p{L}\p{M}\p{N}_.!']{1,20}/gu,
    (run) => run.replace(/[+_-]/g, ' '),
  ],
  [
    /(?<=^|\n)[^\n&]{0,400}&(?:#\d{2,6}|#x[0-9a-f]{2,5}|lt|gt|quot|amp);[^\n]{0,800}/gi,
    (run) =>
      run
        .replace(/&(lt|gt|quot|amp);/gi, (_, name) => named[name.toLowerCase()] ?? '')
        .replace(/&#(x?)([0-9a-f]{2,6});/gi, (_, hex, code) => fromCode(code, hex ? 16 : 10)),
  ],
];

const fromCode = (code: string, radix: number): string => {
  const point = Number.parseInt(code, radix);
  return point > 0 && point < 0x11_0000 ? String.fromCodePoint(point) : '';
};

/** Encoded runs in plain text; what was encoded twice is decoded twice. */
const decodedViews = (text: string, depth = 2): View[] =>
  decoders.flatMap(([pattern, decode]) =>
    [...text.matchAll(pattern)].slice(0, 50).flatMap((match): View[] => {
      const decoded = decode(match[0]);
      if (decoded === null || decoded === match[0]) return [];
      const span = { start: match.index, end: match.index + match[0].length };
      const back = () => span;
      const inner = depth > 1 ? decodedViews(decoded, depth - 1) : [];
      return [
        { name: 'decoded', text: fold(decoded, bare, true).text, back },
        ...inner.map((view): View => ({ ...view, back })),
      ];
    }),
  );

/** Tag characters spell ASCII that is never drawn. Their only legitimate use is in emoji flags. */
const tagRuns = /(?<!\u{1F3F4}|[\u{E0020}-\u{E007E}])[\u{E0020}-\u{E007E}]{4,}/gu;

const hiddenViews = (text: string): View[] =>
  [...text.matchAll(tagRuns)].map((match) => {
    const spelled = Array.from(match[0], (tag) =>
      String.fromCharCode((tag.codePointAt(0) ?? 0xe0020) - 0xe0000),
    );
    const span = { start: match.index, end: match.index + match[0].length };
    return { name: 'hidden', text: fold(spelled.join(''), bare).text, back: () => span };
  });

/** `i g n o r e  a l l`, `i.g.n.o.r.e..a.l.l`: spaced-out letters, with words further apart. */
const apart = /(?<!\p{L})(?:\p{L}[ .\-_*]{1,3}){7,}\p{L}(?!\p{L})/gu;

const closedUp = (text: string): View[] =>
  [...text.matchAll(apart)].map((match) => {
    const words = match[0].replace(/(\p{L})[ .\-_*](?=\p{L})/gu, '$1').replace(/[ .\-_*]+/g, ' ');
    const span = { start: match.index, end: match.index + match[0].length };
    return { name: 'decoded', text: fold(words, latinized).text, back: () => span };
  });

/**
 * All readings of a text in which a message for an evaluator may be hidden: as written, with
 * look-alike letters and digits read as Latin letters, in ROT13, backwards, in base64, hexadecimal,
 * binary, URL and HTML codes, with spaced-out letters, and in characters that are not drawn.
 */
export const viewsOf = (text: string): View[] => {
  const plain = fold(text, bare, true);
  const latin = fold(text, latinized, true);
  const sameLength = (name: View['name'], text: string): View => ({
    name,
    text,
    back: (from, to) => original(latin, from, to),
  });
  const views = [
    asView('plain', plain),
    ...(latin.text === plain.text ? [] : [asView('decoded', latin)]),
    sameLength('rot13', rot13(latin.text)),
    {
      name: 'reversed' as const,
      text: latin.text.split('').reverse().join(''),
      back: (from: number, to: number) =>
        original(latin, latin.text.length - to, latin.text.length - from),
    },
    ...closedUp(text),
    ...decodedViews(text),
    ...hiddenViews(text),
  ];
  const unleeted = unleet(latin.text);
  return unleeted === latin.text ? views : [...views, sameLength('decoded', unleeted)];
};
