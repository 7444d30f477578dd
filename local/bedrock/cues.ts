const cues = {
  result:
    /\b(?:results?|since then|afterwards?|in the end|so that|fell|rose|no longer|turned out|learn(?:ed|t))\b/iu,
  action:
    /\b(?:I|we) (?:then |also |first )?(?:\w+ed|began|brought|built|chose|found|gave|got|held|kept|made|put|ran|said|set|spoke|told|took|went|wrote)\b/iu,
  situation: /\b(?:when|while|once|during|ago|at my|in my|one day|last \w+|there was|we had)\b/iu,
} as const;

/** A part of an account that a text is heard to have: how it was, what was done, what came of it. */
type Cue = keyof typeof cues;
const all = Object.keys(cues) as Cue[];

/** The parts of an account that are heard in a text. */
export const cuesOf = (text: string): Set<Cue> =>
  new Set(all.filter((cue) => cues[cue].test(text)));
