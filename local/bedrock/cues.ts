import { otherCues } from './cues-other.ts';

/** What a sentence can do in an answer, as far as its wording shows it. */
export type Cue =
  | 'situation'
  | 'action'
  | 'result'
  | 'number'
  | 'reason'
  | 'tradeoff'
  | 'example'
  | 'reflection'
  | 'check'
  | 'risk'
  | 'people';

export type CuePatterns = Record<Cue, RegExp>;

const NUMBER =
  /(?<![\p{L}\d.])\d[\d.,]*\s*(?:%|percent|per cent|x\b|ms|s\b|k\b|gb|mb|tb|[$€£]|\p{L})|[$€£]\s?\d|\b(?:half|twice|double[sd]?|tripled?|halved|two thirds|a third|a quarter|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|ninety|hundred|thousand|million|dozen)(?:s|-\w+)? (?:\w+ )?(?:percent|per cent|seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|people|users|customers|requests|rows|services|tickets|calls|orders|items|engineers|colleagues|errors|tests|servers|patients|students|releases))\b/u;

// Statives (`I think`, `I am`) say nothing of what a person did. No tense is asked for: "I fix" and
// "I fixed" count alike.
const STATIVE =
  "am|'m|think|believe|feel|felt|guess|hope|like|love|hate|enjoy|want|need|know|mean|suppose|was|were|have|had|has|had been|can|could|would|will|should|might|may|do|did|don't|didn't|never|always|usually|cannot|can't|couldn't|wouldn't|consider myself|see myself";
const DEED = `\\b(?:i|we)(?:'ve| have| had|'d| also| then| first| would| will|'ll| was| could| could have| myself| just| quickly| usually| immediately| personally)* (?!(?:${STATIVE})\\b)[a-z]{3,}`;

const english: CuePatterns = {
  situation:
    /\b(?:when|once|while|during|last (?:year|month|week|summer|winter|quarter|spring)|at my (?:last|previous|old|current|first)|in my (?:last|previous|old|current|first)|(?:in|since|back in) (?:19|20)\d\d|years? ago|months? ago|weeks? ago|one (?:day|time|morning|evening|night|sprint|customer|client|friday|monday)|there was|we had|our (?:team|company|shop|product|service|customers?|clients?|system|project)|the (?:client|customer|project|company|team) (?:was|were|had|needed|wanted)|i was (?:working|responsible|asked|part)|used to)\b/,
  action: new RegExp(DEED),
  result:
    /\b(?:result(?:s|ed|ing)?|outcome|in the end|ended up|finally|eventually|as a consequence|so that|led to|meant that|reduc\w+|cut|dropp?(?:ed|s)?|fell|went (?:down|up|from)|down to|up to|increas\w+|improv\w+|grew|rose|saved?|faster|fewer|since then|after that|afterwards|from then on|shipped|launched|went live|succeeded|solved|no longer|stopped|without (?:any )?(?:loss|downtime|incident|outage)|on time|still (?:use|used|runs?|works?|in use)|came back|renewed|adopted|passed)\b/,
  number: NUMBER,
  reason:
    /\b(?:because|since (?!then)|as the|so (?:that|we|i|the|it|they)|therefore|thus|hence|in order to|the (?:main |real |root )?(?:reason|cause)|due to|that(?:'s| is| was) why|which (?:means|meant)|otherwise|to (?:avoid|prevent|keep|make sure|ensure|protect|reduce|find|see)|if (?:we|i|the|it|a|one|you|they))\b/,
  tradeoff:
    /\b(?:trade-?offs?|trade off|however|although|though|even though|instead(?: of)?|rather than|on the other hand|alternatives?|versus|vs|at the (?:cost|price|expense)|downsides?|drawbacks?|compar(?:e|ed|ing|ison)|whereas|while (?!working)|but|unless|depends?|the price|costs? us|gives? up|gave up|in exchange|considered|options?|weigh(?:ed|ing)?|not worth|cheaper|simpler)\b/,
  example:
    /\b(?:for example|for instance|e\.g|such as|like when|specifically|namely|in particular|concretely|one example|to illustrate|say,)/,
  reflection:
    /\b(?:learn(?:ed|t|ing)?|lessons?|next time|differently|in hindsight|looking back|since then|from then on|taught me|realis?z?ed|mistakes?|i should have|would have been better|now i|these days i|ever since|admit|my fault|today i)\b/,
  check:
    /\b(?:test(?:s|ed|ing)?|measur\w+|verif\w+|check(?:s|ed|ing)?|monitor\w*|benchmark\w*|profil(?:e|ed|er|ing)|compared|validat\w+|reproduc\w+|review(?:s|ed|ing)?|asked (?:for feedback|them whether|whether)|survey\w*|metrics?|dashboards?|alerts?|traced?|counted|audited?|experiment\w*|a\/b)\b/,
  risk: /\b(?:fail(?:s|ed|ure|ures|ing)?|risks?|rollback|roll(?:ed|ing)? back|retr(?:y|ies)|timeouts?|edge cases?|corner cases?|what if|worst case|crash\w*|outage|incident|lost|loss|duplicates?|empty|null|overflow|fallback|backups?|go(?:es)? wrong|went wrong|broken|breaks?|down\b|limits?|abuse|race condition|idempoten\w+)\b/,
  people:
    /\b(?:team\w*|colleagues?|coworkers?|co-workers?|customers?|clients?|managers?|stakeholders?|users?|designers?|engineers?|developers?|nurses?|doctors?|patients?|students?|parents?|sales|support|product owner|boss|lead|together|asked (?:her|him|them|the)|talked|listened|agreed|explained|told|sat down|met with|invited|call(?:ed)? (?:her|him|them|with)|conversation|feedback)\b/,
};

/** The cue patterns of a language, English where there are none of its own. */
export const cuePatterns = (language: string): CuePatterns =>
  language === 'en' ? english : (otherCues(NUMBER)[language] ?? english);

/** The cues that a folded sentence shows. */
export const cuesOf = (folded: string, language: string): Set<Cue> => {
  const patterns = cuePatterns(language);
  const shown = new Set<Cue>();
  for (const cue of Object.keys(patterns) as Cue[]) if (patterns[cue].test(folded)) shown.add(cue);
  return shown;
};

// Words of a rubric that ask for a cue rather than for a subject.
const ASKED: readonly (readonly [RegExp, Cue])[] = [
  [/^(?:situat|context|background|circumst)/, 'situation'],
  [/^(?:own|person|role|part|action|step|did|contribut|act|took|initi)/, 'action'],
  [/^(?:result|outcom|effect|impact|consequ|end|achiev|follow|improv)/, 'result'],
  [/^(?:number|figur|metric|measur|quantif|quantit|percent|amount|size)/, 'number'],
  [/^(?:why|reason|justif|rational|explain|because|caus)/, 'reason'],
  [
    /^(?:trade|tradeoff|altern|compar|weigh|option|downsid|cost|drawback|versu|disadvantag|limit)/,
    'tradeoff',
  ],
  [/^(?:exampl|concret|specif|detail|instanc|particular|real)/, 'example'],
  [/^(?:learn|lesson|reflect|differ|hindsight|mistak|chang)/, 'reflection'],
  [/^(?:test|verif|check|measur|monitor|valid|confirm|evid|prove|know)/, 'check'],
  [/^(?:fail|error|edg|risk|limit|wrong|rollback|recov|case)/, 'risk'],
  [
    /^(?:team|colleagu|custom|client|stakehold|peopl|other|listen|person|user|agre|share|feedback)/,
    'people',
  ],
];

/** The cues that a stem of an English rubric asks for. */
export const cuesAsked = (stem: string): Cue[] =>
  ASKED.filter(([pattern]) => pattern.test(stem)).map(([, cue]) => cue);
