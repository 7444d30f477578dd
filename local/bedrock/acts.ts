/**
 * What people do at work and how they tell of it, by wording: the same patterns read a rubric's phrase
 * and an answer, so that "informed the client" is found in "I rang her that morning". English, on
 * folded text; parts of words on purpose, so that no tense or ending matters.
 */
const SOURCES = {
  apologise: 'sorry|apolog',
  admit:
    '\\bmy (?:own )?(?:fault|mistake|error|doing|bad|job)\\b|\\bi forgot|it was me\\b|\\bon me\\b|own(?:ed|ing)? (?:up|it)|admit|responsib|blam(?:e|ing)|slipped my mind|overlooked|i (?:had )?missed',
  inform:
    '\\b(?:told|tell|tells|telling|inform\\w*|notif\\w*|report(?:ed|ing|s)?|rang|ring|phone[ds]?|phoning|call(?:ed|s|ing)? (?:the|her|him|them|my|a|our)|wrote to|e-?mail\\w*|mail(?:ed|ing|s)?|announc\\w*|warn\\w*|let \\w+(?: \\w+)? know|said (?:so|it|to)|went to (?:his|her|the|my|see)|gets? a (?:phone )?call|explain\\w*)\\b',
  at_once:
    '\\b(?:at once|immediately|straight ?away|straight out|right away|same (?:morning|day|evening|hour|minute)|within \\w+ (?:minutes?|hours?)|early|next morning|(?:a|one) minute later|in the morning|that (?:morning|evening)|before (?:he|she|they|it)|up ?front|in advance|as soon as|promptly|ahead of)\\b',
  in_private:
    '\\b(?:alone|in private|private(?:ly)?|just the two|only we two|one[- ](?:to|on)[- ]one|(?:his|her|their|its) (?:office|door)|face to face|after the \\w+ (?:call|meeting)|direct(?:ly)?|under four eyes|quiet(?:ly)?)\\b',
  listen:
    "\\b(?:listen\\w*|asked (?:him|her|them|why|what|if|whether|for (?:his|her|their))|walk me through|(?:his|her|their|the other) (?:side|view|reasons?|sums|point|perspective|concern\\w*)|underst(?:and|ood|anding)|hear(?:d)? (?:him|her|them|out|what|their|his)|(?:he|she|they) explained|hadn't known|did(?:n't| not) kn[eo]w|let (?:them|him|her) (?:finish|talk)|repeat what)\\b",
  propose:
    '\\b(?:suggest\\w*|propos\\w*|offer\\w*|trial|alternatives?|pilot|options?|instead|try(?:ing)? it|tried it|tested? my|experiment)\\b',
  facts:
    '\\b(?:count(?:ed|ing|s)?|numbers?|figures?|data|statistics?|measur\\w*|per (?:day|hour|week|month|cent)|facts?|evidence|report|spreadsheet|sums|chart|log(?:s|ged)?)\\b|\\d ?%|\\d+ (?:\\w+ )?(?:a|per|an) (?:day|hour|week|month|shift)',
  agree:
    '\\b(?:agree(?:d|ment|s)?|accept\\w*|said yes|their yes|her yes|his yes|in writing|signed? off|compromis\\w*|settled|consent\\w*|took the|kept (?:it|four|the)|copied it|adopted)\\b',
  drop: '\\b(?:left out|leave out|leav(?:e|ing) (?:it )?out|cut(?:ting|s)?|cancel\\w*|drop(?:ped|s|ping)?|postpon\\w*|later date|skip\\w*|without (?:the|a)|essential\\w*|must-?haves?|had to have|come first|came first|comes first|priorit\\w*|most important|matter(?:s|ed)? most|what to keep|triage|in order of)\\b',
  share_out:
    '\\b(?:got the (?:part|job|task)|went to (?:the|our)|took over|split|divid\\w*|handed|each of|assign\\w*|delegat\\w*|(?:by|to) (?:their|his|her) strengths?|(?:know|knew|knows|do|does|did) best|paired|swapped|gave (?:tasks?|the|each|every)|who is (?:a|an|good))\\b',
  keep_posted:
    '\\b(?:(?:every|each) (?:morning|evening|day|week|hour)|daily|weekly|stand-?ups?|check-?ins?|kept (?:them |her |him )?(?:posted|informed|up to date)|regular(?:ly)? (?:meetings?|calls?|updates?)|short (?:regular )?meetings?|(?:spoke|talked|met) (?:for )?\\w+ minutes)\\b',
  on_time:
    '\\b(?:on time|in time|on the (?:minute|date|day|night)|as (?:planned|printed|scheduled|promised)|deliver(?:ed|y)? on|finished|opened (?:on|at|when)|met the deadline|when it should|took place|it (?:started|began|opened)|we (?:began|started|opened))\\b',
  praise_of_others:
    '\\b(?:survey\\w*|feedback|thank(?:ed|s)? (?:me|us)|said (?:good|it was|that it)|rated|stars|testimonial|compliment\\w*|came back|recommended|complain\\w*|satisf\\w*|\\d\\.\\d of \\d|quality|audience|guests? (?:said|told|never))\\b',
  prevent:
    "\\b(?:since then|from then on|ever since|now(?: we| i| there|:|,)|after that,? (?:we|i)|checklists?|labels?|templates?|so (?:that )?it (?:can|could|does|did)|never again|no repeats?|(?:not|never|n't) happen(?:ed)?|happened since|colou?r-?coded|red (?:tub|box)s?|own shelf|on its own|procedures?|lasting|prevent\\w*|routines?|double[- ]check\\w*|second pair of eyes|four[- ]eyes?)\\b",
  find_cause:
    '\\b(?:root cause|caus(?:e|ed|es)|how could|turn(?:ed|s) out|found out|find out|the reason|reason it|why it|because|looked the same|identical|same (?:tubs?|boxes|bottles?)|next to each other|near each other)\\b',
  limit_damage:
    '\\b(?:stopp(?:ed|ing)|caught|replac\\w*|redid|redo|again|drove|bought|ran (?:out|after|to|front)|run to|ambulance|binned|recall(?:ed)?|rolled? back|restor\\w*|fix(?:ed|es)?|repair\\w*|limited|damage|saved what|cooked|made (?:a )?new|took (?:it|them) (?:off|back)|got in the car|worked (?:late|overnight)|swap(?:ped)?)\\b',
  learned:
    "\\b(?:learn(?:ed|t|ing|s)?|lessons?|taught|next time|(?:would|i'd|'d) (?:do|change|have)|what i'd|(?:do|done|did|doing|be) (?:it |that |this |things )?different(?:ly)?|differently|hindsight|realis\\w*|realiz\\w*|since then,? i|now i|today i|these days|before i)\\b",
  stand_by:
    '\\b(?:relationship|respect\\w*|support(?:ed|s)? (?:the|his|her|it)|told my team|as if it (?:had been|were) my|carried|without another word|good terms|trust\\w*|still (?:work|talk|come)|good that i|glad (?:that )?i|thanked me|shook)\\b',
  past_work:
    "\\b(?:i(?:'ve| have)? worked|i(?:'ve| have)? been working|worked (?:for|in|on|as)|(?:years?|months?) (?:in|on|at|as|with|now|of)|i was an?|i(?:'ve| have) been|at the (?:front )?desk|dispatcher|earlier work|previous(?:ly)?|in my last|at my last|my (?:last|first|old|previous) (?:job|employer|company|team))\\b",
  calm: '\\b(?:calm\\w*|angry|upset|furious|scared|frightened|frighten\\w*|screaming|shout\\w*|crying|happy|de-?escalat\\w*|patient(?:ly)?|let them finish|reassur\\w*|came down|without the person feeling)\\b',
  hard_sides:
    "\\b(?:abuse|fraud\\w*|strict(?:ly)?|rules?|identif\\w*|identity|say no|a 'no'|be nice|stress\\w*|night|nights|shifts|pressure|hard sides?|difficult|passwords?|scripts|limits)\\b",
  motive:
    "\\b(?:stuck with (?:me|you)|why i|because|since (?:my|the|i)|what i (?:like|liked|enjoy)|i(?:'d| would) (?:like|love|want)|reason|interest(?:ed|s)?|matters?|i saw how|motivat\\w*|grew up|my (?:own|grand\\w+|mother|father|sister|brother|family))\\b",
  rhythm:
    '\\b(?:every (?:\\w+day|week|month|year|quarter|morning)|each (?:week|month|year|quarter|morning|\\w+day)|weekly|monthly|daily|quarterly|yearly|annual\\w*|(?:once|twice) a (?:day|week|month|year)|(?:one|two) times? (?:in|a) (?:week|month|year)|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:s| mornings?| evenings?)?|fixed|rhythm|habit|blocked in my|half an hour|\\w+ hours a (?:week|year)|\\w+ minutes)\\b',
  source:
    '\\b(?:newsletters?|journals?|bulletins?|feed|feeds|mailings?|gazettes?|authorit\\w*|ministry|tax office|revenue service|blogs?|podcasts?|courses?|seminars?|conferences?|books?|magazines?|official|documentation|release notes|certif\\w*|guidelines?|subscri\\w*|institute\\w*|chamber|association|paragraphs?|the law|adviser)\\b',
  ahead:
    '\\b(?:ahead|in advance|before (?:it|the|its) (?:date|took|takes|starts?|law|change)|effective date|the date from|in place|months? (?:before|ahead|earlier)|a year (?:ahead|before)|by the (?:time|date)|in autumn|simply ran)\\b',
  change_tools:
    '\\b(?:changed? (?:the|our|my)|accounts?|templates?|settings?|tax codes?|software|module|set up|config\\w*|updated? (?:the|our|my))\\b',
  test_it:
    '\\b(?:test(?:s|ed|ing)?|tried (?:it )?out|check(?:s|ed|ing)?|verif\\w*|measur\\w*|compar\\w*|prov(?:e|ed|ing)|confirm\\w*|look(?:s|ed)? (?:whether|if|at)|see (?:if|whether)|make sure|run it again|time it|timings?)\\b',
  compare_sides:
    '\\b(?:trade-?offs?|cheaper|instead|rather than|versus|compared?|costs?|downsides?|drawbacks?|against|weigh\\w*|on the other hand|whereas|but (?:it|then|that)|not worth|expensive|give up|gives up)\\b',
  safe_first:
    '\\b(?:switch\\w* off|isolat\\w*|lock(?:ed|s)? off|locked|proved? dead|main off|disconnect\\w*|unplug\\w*|plugs? out|pull (?:the|every) plugs?|out of the sockets?)\\b',
  one_by_one:
    '\\b(?:one (?:by one|after (?:the other|another)|at a time)|step by step|in (?:halves|half|order)|narrow\\w*|systematic\\w*|first .{3,80} then|sequence)\\b',
  explain_to:
    '\\b(?:explain(?:s|ed|ing)? (?:to|it|that|this|what|how|why|her|him|them|me|things|my|the)|show(?:ed|s)? (?:them|her|him|the)|taught|teach\\w*|train\\w*|demonstrat\\w*|draw|drew|example|compar(?:e|ed) it|picture)\\b',
  ask_for_help:
    '\\b(?:ask(?:ed|s|ing)? (?:\\w+ ){0,3}?for (?:help|advice|support)|got (?:help|advice)|brought in|call(?:ed|s)? in|consult\\w*|pair(?:ed|ing)? (?:up )?with|escalat\\w*|second opinion|sought)\\b',
  unasked:
    '\\b(?:without being (?:asked|told)|unasked|own initiative|nobody (?:had )?(?:asked|told)|i noticed|volunteer\\w*|took it (?:on|upon)|initiative|proactive\\w*|off my own bat|no one (?:had )?asked|in my own time|spotted)\\b',
  follow_up:
    '\\b(?:follow(?:ed|ing|s)?[- ]?up\\w*|check(?:ed|s)? (?:back|in) |call(?:ed|s)? back|callbacks?|(?:a|two|three) (?:day|week|month)s? later|afterwards,? i|went back|revisit\\w*|stay(?:ed)? in touch|ask(?:ed)? again|next day)\\b',
  adapt:
    '\\b(?:adapt\\w*|adjust\\w*|chang(?:e|ed|ing) (?:the|my|our|course|plan)|switch(?:ed)? to|re-?plan\\w*|new plan|plan b|improvis\\w*|differentiat\\w*|tailor\\w*|different (?:way|approach|level|task)s?|depending on)\\b',
  find_need:
    '\\b(?:ask(?:ed|s|ing)? (?:\\w+ ){0,3}?(?:what|which|how|when|why|where|who)\\b|needs?|find(?:ing)? out what|wants? to (?:know|see|do)|open questions?|requirements?|expect(?:ed|ations?)?|what (?:is|was) (?:it )?for|use cases?)',
  by_the_rules:
    '\\b(?:polic(?:y|ies)|rules?|laws?|procedures?|regulations?|guidelines?|compl(?:y|iance|ied)|consent|data[- ]protection|privacy|gdpr|confidential\\w*|standards?|permitted|allowed|licen[sc]e\\w*)\\b',
  record:
    '\\b(?:wr(?:ote|ite|itten|iting) (?:it |them |this |everything )?down|document\\w*|not(?:e|ed|es) (?:down|it|the|in)|chart(?:ed)?|logged|record(?:ed|s|ing)?|minutes of|ticket|protocol|in writing|on paper|wrote up|write-?up|label(?:led)?)\\b',
  derive_numbers:
    '\\b(?:estimat\\w*|calculat\\w*|deriv\\w*|sized?|sizing|roughly|maths?|per (?:second|minute|hour|day|head)|an hour|a second|a minute|times|works out|comes to)\\b|\\d ?[/x×*=] ?\\d|\\d/(?:s|h|min)\\b',
  limits_known:
    "\\b(?:limits?|limitations?|(?:can|could|does|do|will|would)(?:n't| not|not)|only (?:if|when|works|for|helps)|unless|except|except(?:ion)?s?|does not exist|doesn't exist|impossible|not possible|at worst|fine for|caveat|assum(?:e|es|ption)\\w*|honest limit)\\b",
  unusual_cases:
    '\\b(?:edge|corner|boundar\\w*|empty|null|none|zero|negative|duplicates?|identical|invalid|malformed|touching|nested|ties?|back-to-back|overlapping|missing|large|huge|unicode|leap|overflow|what if|special cases?|unusual|exotic)\\b|\\[\\]',
  in_order:
    '\\b(?:first(?:ly)?|second(?:ly)?|then|next|after that|afterwards|finally|last(?:ly)?|before that|step|begin(?:s|ning)?|start(?:s|ed|ing)? (?:with|by|from))\\b',
  involve:
    '\\b(?:together|involv\\w*|everyone|the whole team|with (?:my|the|our|a) (?:\\w+ )?(?:team|colleague|colleagues|doctor|parents?|customer|client|manager|designer|developer|product|boss|head|lead)|work(?:ed|ing)? with|sat (?:down )?with|invit\\w*|round table|workshop|meeting|brought (?:\\w+ ){0,3}?together|between (?:us|them))\\b',
  protect_people:
    '\\b(?:safe(?:ty|ly)?|danger\\w*|hazard\\w*|protect\\w*|risks?|emergency|first aid|evacuat\\w*|injur\\w*|allerg\\w*|hygien\\w*|gloves|helmet|dignity|harm)\\b',
  motivate:
    '\\b(?:motivat\\w*|encourag\\w*|prais\\w*|recogni[sz]\\w*|reward\\w*|celebrat\\w*|thank\\w*|trust\\w*|confiden\\w*|proud|small (?:steps|wins)|gave (?:her|him|them) (?:the|a|time|space))\\b',
} as const;

export type Act = keyof typeof SOURCES;

const patterns = Object.entries(SOURCES).map(
  ([act, source]) => [act as Act, new RegExp(source)] as const,
);

/** The acts that a folded English text tells of. */
export const actsOf = (folded: string): Set<Act> =>
  new Set(patterns.filter(([, pattern]) => pattern.test(folded)).map(([act]) => act));

/** Told of in many a sentence, so that finding them says little. */
const BROAD: ReadonlySet<Act> = new Set<Act>([
  'in_order',
  'test_it',
  'facts',
  'inform',
  'motive',
  'find_cause',
  'find_need',
  'derive_numbers',
  'unusual_cases',
  'limits_known',
]);

/** Whether an act is told of so often that it says little. */
export const isBroad = (act: Act): boolean => BROAD.has(act);

/** How much an act says, beside a word of the subject. */
export const weightOfAct = (act: Act): number => (BROAD.has(act) ? 0.3 : 1.5);
