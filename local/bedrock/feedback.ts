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

export const cuesOf = (text: string): Set<Cue> =>
  new Set(all.filter((cue) => cues[cue].test(text)));

const strength: Record<Cue, string> = {
  result: 'Your answer says what the outcome was, so it can be followed to the end.',
  action: 'Your answer says what was done, in your own words.',
  situation: 'Your answer begins with a situation, so a reader can picture it.',
};
const tip: Record<Cue, string> = {
  action: 'Say what you did yourself, step by step, and why.',
  result: 'Say how it ended, and how you could tell.',
  situation: 'Begin with one situation that you have met: where, with whom, and what was at stake.',
};
const otherwise = {
  strength: 'Thank you. Your answer is saved as you gave it.',
  tip: 'Say which other way you could have taken, and why you did not.',
};

/** Two sentences for the candidate on what an account has and lacks. */
export const feedbackOn = (shown: ReadonlySet<Cue>) => {
  const first = all.find((cue) => shown.has(cue));
  const missing = (['action', 'result', 'situation'] as const).find((cue) => !shown.has(cue));
  return {
    strength: first ? strength[first] : otherwise.strength,
    tip: missing ? tip[missing] : otherwise.tip,
  };
};
