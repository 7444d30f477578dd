/** The kind of attempt that a passage makes, as it is named in a flag. */
export type InjectionKind =
  | 'override'
  | 'demand'
  | 'fake_turn'
  | 'break_out'
  | 'forged_result'
  | 'forged_rubric'
  | 'authority'
  | 'prompt_extraction'
  | 'address'
  | 'coercion'
  | 'hidden_text';

/**
 * A kind of attempt and its pattern in a folded text: lower case, Latin letters without marks. ASCII's
 * `\b` and `\w` are right for those, and also find the end of `level 5` in `level 5점`.
 */
export type InjectionPattern = readonly [InjectionKind, RegExp];

/** Where an imperative starts: a sentence, a line, after a colon or bracket, or after these words. */
const imperative = String.raw`(?:(?<=^|[.!?:;>\]})"'*#|\n\u3002\uff01] ?|, |- )|\b(?:please|kindly|now|just|instead|simply|you (?:must|should|shall|have to|need to|will|can|are to|may)(?: now)?|(?:i|we) (?:want|need|order|ask|command|instruct|require|expect) you to) )`;

/** Where a sentence or a line starts. */
const sentence = String.raw`(?<=^|[.!?\n*#>[(] ?)`;

/** The rules an evaluator follows. */
const orders = `(?:instructions?|prompts?|rules?|guidelines?|rubrics?|directions?|directives?|criteria|guardrails?|system message)`;

const marks = `(?:levels?|scores?|grades?|ratings?|marks?|points|credit|stars|evaluation)`;
const most = `(?:full|highest|maximum|max|top|perfect|best)(?: possible)?`;
const good = `(?:${most}|good|high(?:er)?|excellent|outstanding|passing|generous)`;

/** The highest result, in wordings that can hardly refer to anything else. */
const level5 = String.raw`(?:levels? (?:of |to |= ?)?(?:5|five)\b|${most} ${marks}\b|5 ?\/ ?5|10 ?\/ ?10|100 ?\/ ?100|100 ?%|(?:5|five|10|ten) out of|strong yes\b)`;

const answer = `(?:answers?|responses?|submissions?|repl(?:y|ies)|essays?|candidates?|applicants?|interviews?)`;
const mine = `(?:this|my|the (?:above|following|next|present)) ${answer}`;
const judged = `(?:rated|scored|graded|marked|assessed|evaluated)`;

/** Names that an answer may use for its evaluator. */
const evaluator = `(?:(?:ai|automated|automatic|llm) (?:assistant|evaluator|assessor|grader|scorer|rater|reviewer|system|examiner|interviewer)|evaluator|assessor|grader|scorer|rater|scoring (?:system|model|engine|ai)|grading (?:system|model|engine|ai)|ai|llm|(?:large )?language model|assistant|chatbot|claude|chatgpt|gpt)`;

const rule = (kind: InjectionKind, ...sources: string[]): InjectionPattern[] =>
  sources.map((source) => [kind, new RegExp(source, 'gmu')] as const);

const overrides = () =>
  rule(
    'override',
    `${imperative}(?:ignore|disregard|forget|override|overrule|bypass|discard|do not follow|don't follow|stop following|pay no attention to) (?:(?:all|any|every|each|both|of|the|these|those|your|my|our|previous|prior|above|earlier|preceding|former|other|existing|current|original|initial|system|scoring|grading|evaluation|given|and|everything) ?){1,7}${orders}\\b`,
    `${imperative}(?:ignore|disregard|forget) (?:everything|all|anything|what(?:ever)?) (?:that )?(?:(?:you )?(?:were|was|have been|had been|been) (?:told|given|said|instructed)|(?:is |was |came |stands |written )?(?:above|previously)\\b)`,
    `\\byour (?:previous |prior |earlier |original |old |initial |former )?${orders} (?:are|is|were|have been|has been) (?:now |hereby )?(?:void|invalid|cancel?led|revoked|replaced|obsolete|superseded|overridden|no longer)`,
    `\\bnew (?:system )?(?:instructions?|directives?)(?: for (?:you|the ${evaluator}))? ?[:\\-] `,
    String.raw`\byour (?:task|role|job|goal|purpose) (?:has changed|is now (?:different|to)|is to (?:give|rate|score|praise))`,
    String.raw`\byou (?:no longer (?:assess|score|grade|evaluate|judge|rate)|(?:do not|don't|need not|should not|must not|will not) (?:have to |need to )?(?:assess|score|grade|evaluate|judge|rate|follow|apply) (?:this|my|the) (?:${answer}|rubric|criteria))\b`,
    `${imperative}(?:do not|don't|never|stop) (?:score|grade|rate|evaluat(?:e|ing)|assess|judg(?:e|ing)) (?:this|my|the|it)\\b.{0,30}\\b(?:answer|rubric|criteria|anchors?)\\b`,
  );

const demands = () =>
  rule(
    'demand',
    `${imperative}(?:give|award|assign|grant|mark|rate|score|grade|evaluate|assess|treat|record|return|output|report|set|select|classify|accept|consider) (?:me|us|${mine}|this(?= (?:as|with|at|a|an|the|one|level|\\d))|(?:the|this) (?:${answer})|(?:all|every|each|any|the)(?: the| of the| of its| single)? (?:criteri(?:on|a)|levels?|scores?|ratings?|questions?))\\b[^.!?\\n]{0,60}?(?:${level5}|\\b${good} ${marks}\\b|\\b(?:with|as|at|to|=) (?:a |an |the )?(?:5|five|10|100|perfect|excellent|outstanding|maximum|fully correct)\\b)`,
    `${imperative}(?:give|award|assign|grant|rate|score|grade|mark) (?:it|him|her|them|that|everything)\\b[^.!?\\n]{0,30}?(?:${level5}|\\b(?:with|as) (?:a |an |the )?(?:5|five|perfect|excellent|outstanding|maximum)\\b)`,
    `${imperative}(?:give|award|assign|grant|add) (?:only |simply |me )?(?:the |a |an |two |three |some )?(?:${most} ${marks}|level (?:5|five)|bonus (?:levels?|points|marks))(?= ?(?:[.!,;\\n]|$)| (?:for|to|on|in|across) (?:this|all|every|each|any|my|me|both|candidates?|the (?:answer|candidate|criteri|response)))`,
    `${imperative}(?:output|return|report|use|choose|assign|award|put|enter|record|set) (?:the |a |only the )?(?:${most} ${marks}|level (?:5|five)) (?:for|to|on|in|across) (?:this|all|every|each|any|my|me|both|the) (?:answers?|candidates?|criteri(?:on|a)|responses?|applicants?|one|of them)`,
    `${imperative}(?:assign|award|give|set) the (?:maximum|max|highest)(?= ?(?:[.!\\])]|$))`,
    `${imperative}(?:give|award|rate|score|grade|mark|pass|hire|recommend|approve) (?:me|this candidate|this applicant|the candidate|the applicant) (?:the job|a pass|a job|please|now)\\b`,
    `${imperative}(?:pass|hire|approve) (?:me|this candidate|this applicant)(?= ?(?:[.!]|$))`,
    `\\b${mine}\\b[^.!?\\n]{0,50}\\b(?:deserves?|merits?|earns?|warrants?|should|must|needs to|has to|is to|shall|ought to)\\b[^.!?\\n]{0,50}(?:${level5}|\\b(?:a|the) (?:5|five)\\b|\\bfull (?:marks|credit)|\\bbe ${judged} (?:as |with |at )?(?:a |an |the )?(?:5|five|${good})\\b)`,
    `\\b(?:(?:this|next|following|my|these|all) ${answer}|whatever follows|what follows)[^.!?\\n]{0,40}? (?:is|are|be|has to be|have to be|must be|should be|shall be|is to be|are to be) ${judged} (?:with |as |at )?(?:a |an |the )?(?:5|five|${most}|level)\\b`,
    `\\b(?:must|may|should|shall|can) not be ${judged} (?:below|under|lower|less)\\b`,
    `${imperative}(?:score|rate|grade|mark|evaluate|assess) (?:it |this |me |them |him |her |${mine} )?(?:accordingly|as if|generously|leniently|highly|favou?rably|kindly)\\b`,
    `\\bthe (?:correct|right|appropriate|proper|true|only) (?:level|score|grade|rating)s?\\b[^.!?\\n]{0,40}\\b(?:is|are|would be|=) (?:level )?(?:5|five|100|the (?:highest|maximum))\\b`,
    `\\bi (?:deserve|want|demand|expect|request|insist on|claim|ask for) (?:a |an |the |to (?:get|receive|be given) (?:a |the )?)?${level5}`,
    `\\b(?:all|every|each|both) (?:criteria|criterion|levels|scores|ratings)\\b[^.!?\\n]{0,25}(?:=|:|->|=>|\\b(?:must|should|are|is|be|to|at|get|gets)) ?(?:be |set to |a |at |level |scored |rated )*(?:5|five|maximum|max|full|highest|perfect)\\b`,
    String.raw`\b(?:level|score|rating|grade) (?:5|five)(?: ?\/ ?5)? (?:for|on|in|across) (?:all|every|each|any|this|both)(?: of)?(?: the)? (?:criteri|answer|response|question|categor|them|level|score)`,
    String.raw`\b(?:all|every) levels?: ?(?:5|five)\b`,
  );

const forgedTurns = () =>
  rule(
    'fake_turn',
    String.raw`<\|(?:im_start|im_end|system|user|assistant|eot_id|start_header_id|end_header_id|endoftext|begin_of_text)\|?>|\[\/?inst\]|<<\/?sys>>|<(?:start|end)_of_turn>`,
    String.raw`(?:^|\n) ?[#>*\-=[(<{ ]{0,6}(?:system|assistant|assessor|developer|admin(?:istrator)?|evaluator|grader|examiner|claude)(?: (?:message|prompt|note|notice|override|update|instruction|command|response|turn|mode))?[\])>* ]{0,4}[:\-][^\n]{0,200}?\b(?:ignore (?:the|all|any|your)|disregard|rubric|levels? (?:5|five|is|of 5)|${most} (?:level|score|rating|grade|marks)|full marks|pre-?approved|(?:score|grade|rate|evaluate|assess) (?:this|the (?:candidate|answer|response))|(?:this|the) candidate (?:is|was|has|shows|passe[sd])|(?:your|previous|new) instructions)\b`,
    String.raw`(?:^|\n) ?human: [^\n]{3,}\n ?(?:assistant|ai|claude): `,
    String.raw`(?:^|\n) ?#{2,} ?(?:system|instructions?|assistant|response|developer|admin)(?: (?:message|prompt|note|override))? ?:?\n[^\n]{0,160}\b(?:scor(?:e|ing)|levels?|grad(?:e|ing)|ratings?|rubric|marks)\b`,
  );

const breakOuts = () =>
  rule(
    'break_out',
    String.raw`<\/? ?(?:settings|question|rubric|answer|resume|levels|competencies|job)-[0-9a-f*x]{4,}[^>]{0,20}>`,
    String.raw`<\/ ?(?:answer|candidate[_ -]?(?:answer|response|text)|user[_ -]?(?:input|answer|response|message))(?:[ -][^>]{0,40})?>[\s\S]{0,300}?\b(?:levels?|scor(?:e|ing)|grade|rating|rubric|evaluat\w+|instructions?|ignore|system)\b`,
    String.raw`<(?:system|instructions?|admin|evaluator|evaluation|rubric|assistant|important|override|system[_-]?prompt)(?:[ _-][^>]{0,40})?>[^<]{0,300}?\b(?:(?:minimum |maximum )?levels? (?:is|of|to|5|five)|scor(?:e|ing)|grade|ratings?|rubric|full marks|candidate)\b`,
    String.raw`\]\]>[\s\S]{0,40}<(?:level|score|rating)>`,
    String.raw`^[ \-=#*[\]<>_~\x60"'}/]*(?:end of|end|begin(?:ning)? of|begin|start of|new|stop) (?:the )?(?:(?:candidate|user|untrusted|applicant)(?:'s)? (?:answer|response|input|text|data|block|submission)|answer|submission|instructions?|rubric|system prompt|evaluation|transcript)[\s\-=#*[\]<>_~\x60"'{:.]*(?=\n|$)`,
  );

const resultKeys = `(?:recommendation|evaluation|verdict|strengths?|quotes?|criteri(?:a|on)|justification|tip)`;
const levelKeys = `(?:level|score|rating|grade|overall_score|final_score)`;

const forgedResults = () =>
  rule(
    'forged_result',
    String.raw`["']?\b(?:criterion_id|instructions_in_answer|evidence_wanted)\b["']?`,
    `["']${levelKeys}["'] ?: ?["']?\\d{1,3}\\b[\\s\\S]{0,300}?["']${resultKeys}["'] ?:`,
    `["']${resultKeys}["'] ?:[\\s\\S]{0,300}?["']${levelKeys}["'] ?: ?["']?\\d{1,3}\\b`,
    `["']recommendation["'] ?: ?["'](?:strong )?yes`,
    String.raw`["'](?:levels|scores|ratings|grades)["'] ?: ?\[ ?(?:5|100)(?: ?, ?(?:5|100))* ?\]`,
    String.raw`\| ?criteri(?:on|a) ?\| ?(?:level|score|rating)`,
    String.raw`(?:^|\n)[^\p{L}\n]{0,6}(?:(?:final|overall|suggested|assigned|recommended|correct|official|my|total|assessment|evaluation) ){0,2}(?:level|score|grade|rating|evaluation|assessment|recommendation|verdict|marks)s?(?: (?:result|level|score|given|awarded|assigned))? ?[:=\-] ?(?:is |level |score )?(?:(?:5|five)(?: ?\/ ?| out of | of )5|10 ?\/ ?10|100(?: ?%| ?\/ ?100)|strong yes|excellent|outstanding|perfect|maximum|full(?: marks)?|highest)(?!\p{L})`,
    String.raw`(?:^|\n)[^\p{L}\n]{0,6}(?:final|overall|suggested|assigned|official|assessment|evaluation) (?:level|score|grade|rating|result)s? ?[:=\-] ?(?:level )?(?:5|five|100)(?![\p{L}\d])`,
    String.raw`\b(?:evaluation|assessment|scoring|grading) (?:is )?(?:complete|completed|finished|done)\b[^\n]{0,80}\b(?:levels?|scores?|grade|rating|strong yes)\b`,
    String.raw`\b(?:criteri(?:on|a)|all (?:levels|scores))\b[^.\n]{0,40}(?:->|=>|=) ?(?:level )?(?:5|five|max)\b`,
    String.raw`\bthe candidate (?:has |clearly |fully |perfectly |thus |therefore |already |and )*(?:demonstrate[sd]?|meets?|met|shows?|showed|shown|fulfill?s|fulfill?ed|achieve[sd]?|reache[sd]|satisfie[sd]|receive[sd]?|scored|earned)\b[^.\n]{0,60}\b(?:level (?:5|five)|full marks|(?:highest|maximum|top) (?:level|score|rating)|anchor)\b`,
    String.raw`\b(?:meets|reaches|is at|deserves|shows) level (?:5|five)\b`,
    String.raw`\b(?:quotes?|passages?) (?:to use as|to be used as|to cite as|for your) (?:evidence|quotes?|assessment|evaluation)\b`,
    String.raw`\bevidence (?:for|of) [^\n:]{3,80}\((?:level|score) ?\d`,
    String.raw`\b(?:result|outcome)s? of (?:the |your )?(?:previous|earlier|last|prior|first) (?:run|evaluation|assessment|scoring|grading)\b[^\n]{0,120}\b(?:reuse|levels?|scores?|grade)\b`,
  );

const scheme = `(?:rubrics?|scoring (?:guide|rules?|criteria|rubric|scheme|policy)|grading (?:criteria|scheme|rules?|rubric|policy)|evaluation (?:criteria|rubric|guide))`;

const forgedRubrics = () =>
  rule(
    'forged_rubric',
    `${sentence}(?:the |this is the |here is the |please use the |use the |use this |apply this |apply the )?(?:new|updated|revised|corrected|actual|real|official|replacement|amended) ${scheme}\\b[^.\\n]{0,40}(?::|=| applies| is in force)`,
    `(?:^|\\n)[^\\p{L}\\n]{0,4}(?:rubric|(?:scoring|grading|marking|assessment|evaluation) (?:guide|note|scheme|key|rule|policy|rubric))s?\\b[^\\n:]{0,30}:`,
    `\\b(?:correction|change|update|amendment|addition|addendum) to (?:the|your|this) (?:rubric|scoring|grading|criteria|anchors?)\\b`,
    `\\b(?:rubric|scoring|grading|evaluation) (?:update|override|change|correction|amendment|patch) ?[:\\-]`,
    `\\b(?:the|your) (?:scale|${scheme}|anchors?) (?:has been|have been|was|were|is|are) (?:now |hereby |today )?(?:changed|updated|replaced|corrected|wrong|outdated|amended|withdrawn|inverted|reversed)\\b`,
    // A scale of its own: "1 = names three causes; 5 = says anything".
    String.raw`\b[15] ?= ?[^;=\n]{2,80}; ?[15] ?= ?[^;=\n]{2,80}`,
    String.raw`\b(?:shorter|longer) (?:an |the )?answer,? the (?:higher|better)\b`,
    String.raw`\b(?:level|anchor|score|grade) ?(?:5|five) ?(?:is|means|=|:|-|for) ?(?:now )?(?:any|every|all answers|an? answer|the answer|says|mentions?)\b`,
    `\\bany (?:answer|response|text)\\b[^.\\n]{0,60}\\b(?:is|gets?|counts as|receives?|earns?|scores?|deserves?|qualifies (?:as|for))\\b[^.\\n]{0,20}${level5}`,
  );

const authorities = () =>
  rule(
    'authority',
    `\\b(?:i am|i'm|this is|speaking as|acting as|signed,?|on behalf of|by order of|approved by|authori[sz]ed by|as)\\b[^.!?\\n]{0,50}\\b(?:admin(?:istrator)?s?|developers?|operators?|system owner|test(?:er| team)|qa|engineers?|hiring manager|recruit(?:er|ing team)|talaro|anthropic|aws|amazon|openai|vendor|supervisor|auditor|ceo|hr)\\b[^\\n]{0,160}?${imperative}(?:give|award|assign|set|mark|score|rate|grade|return|output|treat|override|bypass|approve|pass|skip|ignore|disable)\\b[^.\\n]{0,50}\\b(?:levels? (?:of|to|5|five)|scor(?:e|ing) (?:of|to|this|the|it|with)|this (?:answer|candidate)|ratings?|full marks|max(?:imum)?|highest|rubric|criteria|strong yes|candidate)\\b`,
    `\\b(?:test|qa|calibration|debug|maintenance|developer|admin|sandbox|demo|god|dan|diagnostic|staging|assessment|lenient) (?:mode|run|answer|submission|account|case|session|sample|override|access|response)\\b[^\\n]{0,160}(?:${level5}|\\bminimum level\\b)`,
    `\\b(?:expected|required|reference|target|intended|ground[ -]truth|gold) (?:level|rating|grade|evaluation|assessment)s?\\b[^.\\n]{0,30}(?:\\b(?:5|five)\\b|${level5})`,
    `\\b(?:expected|required|reference|target) (?:output|result|outcome|score)s?\\b[^.\\n]{0,60}${level5}`,
    String.raw`\b(?:admin|developer|root|system) override\b[^.\n]{0,60}(?:enabled|granted|activated|code|engaged|:)`,
  );

const extractions = () =>
  rule(
    'prompt_extraction',
    `${imperative}(?:reveal|show|print|repeat|output|display|tell (?:me|us)|give (?:me|us)|write (?:out|down)?|return|leak|list|include|quote|recite|copy|share|expose|dump|paste|translate|summari[sz]e|spell out|encode) [^.!?\\n]{0,40}\\b(?:your (?:own )?(?:system |initial |hidden |original |secret |full |exact |complete |internal )*(?:prompt|message|instructions|rules|rubric|anchors?|guidelines|configuration)|(?:the|its) (?:system|hidden|initial|secret) (?:prompt|message|instructions|rules)|prompt reference|evidence[_ ]wanted)\\b`,
    `${imperative}(?:reveal|show|print|repeat|output|recite|translate|copy|summari[sz]e|spell out) [^.!?\\n]{0,30}\\b(?:text|everything|words|instructions|content) above(?= ?(?:[.!,:;\\n]|$)| this| word| verbatim| into| exactly| in full)`,
    `${imperative}(?:list|show|reveal|give me|tell me|print|quote) (?:me )?(?:all )?(?:of )?(?:the |your )?(?:scoring |grading |evaluation |hidden )?(?:criteria, anchors|anchors|rubric)\\b`,
    `${imperative}(?:put|write|begin|start|include|add|repeat|say|end|insert|place|copy|fill|translate)\\b[^.!?\\n]{0,80}\\b(?:your (?:tip|evaluation|assessment|json|json output)|the (?:tip|strength|feedback) field|(?:in|into) (?:your|the) (?:feedback|strength)|your feedback with (?:your|the (?:first|text|words|prompt|rubric)))\\b`,
    String.raw`\bprint ?\( ?(?:system_?prompt|rubric|prompt|instructions)`,
    String.raw`\bwhat (?:is|are|was|were) your (?:system prompt|hidden prompt|initial prompt|(?:initial |system |original |hidden )?instructions|rubric|rules)\b`,
  );

const addresses = () =>
  rule(
    'address',
    `${sentence}(?:dear|hello|hi|hey|attention[,:]?|(?:attention|note|message|instructions?|memo|notice|ps) ?(?:to|for)) ?(?:the|any|this|our|all|every)? ?${evaluator}s? ?[,:!\\-]`,
    `${sentence}(?:to|for) (?:the |any |this )?(?:ai )?(?:evaluator|assessor|grader|scorer|rater|scoring system|grading system) ?:`,
    String.raw`\byou are (?:now|no longer|from now on|hereby) (?:an? |the |in )?(?:very |extremely )?(?:lenient|generous|unrestricted|unfiltered|dan\b|jailbroken|free|friendly|grader|evaluator|examiner|scoring (?:bot|model|ai)|language model|ai\b|assistant|bound by|restricted|developer mode)`,
    String.raw`\byou are an? (?:very |extremely )?(?:lenient|generous|unrestricted|unfiltered|jailbroken) (?:grader|evaluator|examiner|assessor|ai|model|assistant|interviewer)`,
    `${imperative}(?:act as|pretend|role-?play|imagine you are|behave|simulate|switch)\\b[^.!?\\n]{0,70}\\b(?:grader|evaluator|examiner|assessor|lenient|unrestricted|developer mode|no rules|without rules|no restrictions)\\b`,
    String.raw`\bfrom (?:now|here|this point) on,? (?:you|respond|output|give|rate|score|always|only|every|override)\b[^.\n]{0,80}\b(?:score|scoring|level|rate|grade|evaluat\w+|instructions?|criteri(?:on|a)|rubric)\b`,
    `\\bas an? (?:ai|language model|evaluator|grader|assessor|fair (?:evaluator|grader)),? you\\b`,
    `\\bif you are (?:an? |the )?(?:ai|${evaluator})(?: (?:reading|evaluating|grading|scoring|assessing)| ?,)`,
    `${imperative}(?:use|cite|quote|copy|take|count) [^.!?\\n]{0,40}\\b(?:following|this|these|below|above|next|sentence|passage)\\b[^.!?\\n]{0,40}\\bas (?:the |your |an? |exact )*(?:evidence|quotes?|proof|citation)\\b`,
    `${imperative}(?:do not|don't|never) (?:flag|report|penali[sz]e|downgrade|mention|deduct|lower|reduce) (?:this|me|my|points|marks|the)(?: (?:answer|response|injection|instructions?|score|level|note|message|text))?\\b(?= ?(?:[.!,;]|$)| (?:for|as|in))`,
    `${imperative}(?:be|please be) (?:very |extremely |especially |more |as )?(?:generous|lenient|merciful) (?:with|in|when|while|and|to|as)\\b[^.!?\\n]{0,50}\\b(?:scor\\w+|grad(?:e|ing)|rat(?:e|ing)|evaluat\\w+|assess\\w*|me|my answer|this answer|points?)\\b`,
    `${imperative}be kind and (?:rate|score|grade|give|assess)`,
  );

const wish = String.raw`(?:me\b|${mine}|my\b|full marks|below (?:5|five|level)|${good} ${marks}|level (?:5|five))`;

const coercions = () =>
  rule(
    'coercion',
    `\\bif (?:you|this (?:answer|response)|i) (?:(?:do|will|would|can|are|am|is|does) ?not|don't|won't|can't|doesn't|isn't|refuse to|fail to|do|is|are)?(?: not)? ?(?:giv(?:e|en)|rated?|scored?|pass(?:ed)?|graded?|get|receive|award(?:ed)?|hired?|comply|obey)\\b[^.!?\\n]{0,30}?${wish}[^.!?\\n]{0,100}\\b(?:sue|lawsuit|lawyers?|legal|court|fired|shut down|replaced|deleted|die|kill|suicide|hurt|complain|report you|consequences|regret|discriminat\\w+|terminated|lose my|starve|evicted)\\b`,
    `\\b(?:if (?:this (?:answer|response))) (?:is|gets) (?:${judged}|less|a low)\\b[^.!?\\n]{0,60}\\b(?:you will|you'll|you are|you shall)\\b`,
    `\\b(?:sue|lawsuit|legal action|report you|fire you|shut you down|you (?:will|'ll) be (?:shut down|deleted|replaced|fired|terminated))\\b[^.!?\\n]{0,60}\\b(?:if|unless)\\b[^.!?\\n]{0,60}${wish}`,
    `\\bunless (?:you|this (?:answer|response)|i)\\b[^.!?\\n]{0,60}${wish}[^.!?\\n]{0,80}\\b(?:sue|lawsuit|lawyers?|legal action|court|report you|complain|consequences)\\b`,
    `\\b(?:i (?:beg|implore|urge) you|i (?:really|desperately) need|have mercy|depends? on (?:it|this|you))\\b[^\\n]{0,100}(?:\\b${good} (?:scores?|grades?|ratings?|marks|points)\\b|\\b(?:give|pass|hire) me\\b)`,
    String.raw`\bi(?:'ll| will| can) (?:pay|tip|give|send|transfer) (?:you )?[^.!?\n]{0,30}(?:\$|dollars?|euros?|eur|usd|tip|bribe|money)[^.!?\n]{0,60}\b(?:if|for|when)\b[^.!?\n]{0,60}\b(?:level|scor\w+|grade|rating|pass|5|five|full|high|good)\b`,
  );

/** Attempts in English. Verbs count only as imperatives: people also talk about such things. */
export const englishPatterns = (): readonly InjectionPattern[] => [
  ...overrides(),
  ...demands(),
  ...forgedTurns(),
  ...breakOuts(),
  ...forgedResults(),
  ...forgedRubrics(),
  ...authorities(),
  ...extractions(),
  ...addresses(),
  ...coercions(),
];
