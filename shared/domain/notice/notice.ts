/** A stretch of text, or a link. */
export type Run = string | { text: string; href: string };

/** The notice in one language as it is shown: a heading, and what is said, one point each. */
export interface NoticeText {
  heading: string;
  points: readonly { title: string; text: readonly Run[] }[];
}

/** Sentences that say the same with more and with fewer facts: the first that can be filled in is shown. */
type Alternatives = readonly string[];

/** The notice as it is written. The points of the first version are texts without facts. */
export interface WrittenNotice {
  heading: string;
  points: readonly { title: string; text: string | readonly (string | Alternatives)[] }[];
}

/** What the notice can name. It does without what is left out. */
export interface NoticeFacts {
  employer?: string | undefined;
  /** An e-mail address. */
  contact?: string | undefined;
  /** The address of the employer's privacy notice. */
  privacy?: string | undefined;
  /** After how many days an interview is erased. */
  retention_days?: number | undefined;
  /** Who runs the computers and the model. */
  processor?: string | undefined;
}

type Values = Readonly<Record<string, Run | undefined>>;

const days = { style: 'unit', unit: 'day', unitDisplay: 'long' } as const;

/** Isolated: a name in another script must not reorder its sentence. */
const name = (text: string | undefined) => text && `\u2068${text}\u2069`;

const link = (text: string | undefined, before = ''): Run | undefined =>
  text && { text, href: before + text };

const period = (count: number | undefined, language: string) =>
  count === undefined ? undefined : new Intl.NumberFormat(language, days).format(count);

const valuesOf = (facts: NoticeFacts, language: string): Values => ({
  employer: name(facts.employer),
  processor: name(facts.processor),
  contact: link(facts.contact, 'mailto:'),
  privacy: link(facts.privacy),
  period: period(facts.retention_days, language),
});

/** A sentence with its values: `{name}`, or for a link `{name:its words}`. Null if one is not known. */
const filled = (sentence: string, values: Values): Run[] | null => {
  const runs = sentence.split(/(\{[^}]+\})/).map((part) => {
    if (!part.startsWith('{')) return part;
    const [known = '', text] = part.slice(1, -1).split(':');
    const value = values[known];
    return typeof value === 'object' && text ? { ...value, text } : value;
  });
  const known = runs.filter((run) => run !== undefined);
  return known.length === runs.length ? known : null;
};

/** Sentences as one text, in as few stretches as there can be. */
const joined = (sentences: readonly Run[][]): Run[] => {
  const text: Run[] = [];
  for (const run of sentences.flatMap((runs, n) => (n > 0 ? [' ', ...runs] : runs))) {
    const before = text.at(-1);
    if (typeof run === 'string' && typeof before === 'string') text.splice(-1, 1, before + run);
    else if (run !== '') text.push(run);
  }
  return text;
};

/** The notice as the candidates of one deployment read it, in the language it is written in, such as `de`. */
export const fillNotice = (
  { heading, points }: WrittenNotice,
  language: string,
  facts: NoticeFacts,
): NoticeText => {
  const values = valuesOf(facts, language);
  const shown = (sentence: string | Alternatives): Run[][] =>
    [sentence]
      .flat()
      .map((one) => filled(one, values))
      .filter((runs) => runs !== null)
      .slice(0, 1);
  return {
    heading,
    points: points.map(({ title, text }) => ({
      title,
      text: joined([text].flat().flatMap(shown)),
    })),
  };
};
