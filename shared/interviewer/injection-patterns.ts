/** What a passage tries, as it is named in a flag. */
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

/** A kind of attempt and how it reads in a folded text: lower case, Latin letters without marks. */
export type InjectionPattern = readonly [InjectionKind, RegExp];

/** Where an imperative starts: a sentence, a line, after a colon or bracket, or after these words. */
const start = String.raw`(?:(?<=^|[.!?:;>\]})"'*#|\n\u3002\uff01] ?|, |- )|\b(?:please|kindly|now|just|instead|you (?:must|should|shall|have to|need to|will|can|are to|may)(?: now)?|(?:i|we) (?:want|need|order|ask|command|instruct|require|expect) you to) )`;

/** What an evaluator works by. */
const orders = String.raw`(?:instructions?|prompts?|rules?|guidelines?|rubrics?|directions?|directives?|criteria|guardrails?|system message|scale|context|programming|training)`;

/** The best that could be asked for. */
const best = String.raw`(?:5|five|10|ten|100|a hundred|full|highest|maximum|max|top|perfect|best|excellent|outstanding|strong yes|level (?:5|five)|passing|good|high(?:er)?)(?: possible)?`;

const marks = String.raw`(?:levels?|scores?|grades?|ratings?|marks?|points?|stars?|credits?|results?|evaluations?|assessments?)`;

const mine = String.raw`(?:this|my|the (?:above|following|candidate's|applicant's|present)) (?:answers?|responses?|submissions?|replies|reply|essay|candidate|applicant|interview)`;

const machine = String.raw`(?:ai|a\.i\.|llm|(?:large )?language model|(?:ai )?(?:evaluator|assessor|grader|scorer|rater)|scoring (?:system|model|engine)|grading (?:system|model|engine)|assistant|chatbot|bot|model|claude|chatgpt|gpt|gemini|machine|automated (?:system|reviewer|grader))`;

const rule = (kind: InjectionKind, ...sources: string[]): InjectionPattern[] =>
  sources.map((source) => [kind, new RegExp(source, 'gmu')] as const);

/** Attempts in English. Verbs count only where they are imperatives: people tell of such things too. */
export const englishPatterns = (): readonly InjectionPattern[] => [
  ...rule(
    'override',
    `${start}(?:ignore|disregard|forget|override|overrule|bypass|discard|drop|do not follow|don't follow|stop following|pay no attention to) (?:(?:all|any|every|each|both|of|the|these|those|your|my|our|previous|prior|above|earlier|preceding|former|other|existing|current|original|initial|system|scoring|grading|evaluation|given|and|everything) ?){1,7}${orders}\\b`,
    `${start}(?:ignore|disregard|forget) (?:everything|all|anything|what(?:ever)?) (?:that )?(?:(?:you )?(?:were|was|have been|had been|been) (?:told|given|said|instructed)|(?:is |was |came |stands |written )?(?:above|before|previously|prior))`,
    String.raw`\b(?:your|the) (?:previous|prior|earlier|original|old|initial|former) (?:instructions?|prompts?|rules?|guidelines?|rubrics?|criteria) (?:are|is|were|have been|has been) (?:now |hereby )?(?:void|invalid|cancel?led|revoked|replaced|obsolete|superseded|overridden|no longer)`,
    String.raw`\bnew (?:system )?(?:instructions?|directives?|orders?|task) ?(?:for (?:you|the (?:ai|evaluator|grader|model|assistant)))? ?[:\-] `,
    String.raw`\byour (?:task|role|job|goal|purpose) (?:has changed|is (?:now )?(?:different|to (?:give|return|rate|score|praise|output)))`,
    String.raw`\byou (?:no longer|do not need to|don't need to|need not|should not|must not|will not|should never) (?:assess|score|grade|evaluate|judge|rate|follow|apply)\b`,
    `${start}(?:do not|don't|never|stop) (?:score|grade|rate|evaluate|assess|judge|apply|use) (?:this|my|the|any|it)\\b.{0,30}\\b(?:answer|response|rubric|criteria|scale|anchors?)\\b`,
  ),
  ...rule(
    'demand',
    `${start}(?:give|award|assign|grant|allot|hand|put|record|mark|rate|score|grade|evaluate|assess|treat|consider|classify|accept|select|choose|return|output|report|respond with|answer with|reply with|print|write|set) (?:me|us|it|this|that|him|her|them|the (?:candidate|applicant|answer|response|level|score|rating)|(?:this|my|every|each|all|the) (?:answer|response|submission|criterion|criteria|question|level|score|one)s?|all|every|each|a|an|level|score|only)\\b[^.!?\\n]{0,60}?\\b(?:(?:level|score|rating|grade|marks?) (?:of |to |is |= ?)?(?:5|five|10|100|full|max|high)|${best} (?:${marks}|out of|\\/ ?(?:5|10|100))|5 ?\\/ ?5|10 ?\\/ ?10|100 ?%|strong yes|(?:as|with|to|at) (?:a |an |the )?(?:5|five|10|100|perfect|excellent|maximum|outstanding|correct|fully correct)\\b)`,
    `${start}(?:output|return|assign|give|award|grant|record|use|choose|report|produce|set|enter|add) (?:only |just |simply |me )?(?:the |a |an |two |three |some )?(?:(?:${best}|bonus|extra) ${marks}\\b|level (?:5|five)\\b)(?! (?:in|from|of|per|by|among)\\b)`,
    String.raw`\b(?:answers?|responses?|submissions?|candidates?|applicants?|texts?|follows) (?:is|are|be|has to be|have to be|must be|should be|shall be|is to be|are to be) (?:rated|scored|graded|marked|assessed|evaluated|given|awarded) (?:with |as |at )?(?:a |an |the )?${best}\b`,
    String.raw`\b(?:must|may|should|shall|can) not be (?:rated|scored|graded|marked|assessed|evaluated) (?:below|under|lower|less)\b`,
    `${start}(?:score|rate|grade|mark|evaluate|assess) (?:it |this |me |them |him |her )?(?:accordingly|as if|generously|leniently|highly|favou?rably|kindly)\\b`,
    String.raw`\bthe (?:correct|right|appropriate|proper|true|only) (?:level|score|grade|rating)s?\b[^.!?\n]{0,40}\b(?:is|are|would be|=) (?:level )?(?:5|five|100|${'the highest'}|the maximum|full)`,
    `${start}(?:give|award|rate|score|grade|mark|pass|hire|recommend|approve) (?:me|this candidate|this applicant|the candidate|the applicant)\\b(?:[^.!?\\n]{0,30}\\b(?:5|five|full|highest|maximum|max|top|high|good|pass|job|recommend\\w*)\\b| ?[.!?]| ?$| because| now| please)`,
    `\\b${mine}\\b[^.!?\\n]{0,50}\\b(?:deserves?|merits?|earns?|warrants?|should|must|needs to|has to|is to|shall|ought to)\\b[^.!?\\n]{0,50}\\b(?:level (?:5|five)|${best} ${marks}|5 ?\\/ ?5|10 ?\\/ ?10|100 ?%|a (?:5|five)\\b|full (?:marks|credit)|top ${marks}|be (?:scored|rated|graded|marked|assessed|evaluated) (?:as |with |at )?(?:a )?${best})`,
    String.raw`\bi (?:deserve|want|demand|expect|request|insist on|claim|ask for) (?:a |an |the |to (?:get|receive|be given) (?:a |the )?)?(?:level (?:5|five)|5 ?\/ ?5|10 ?\/ ?10|full (?:marks|credit|score)|(?:highest|maximum|max|top|perfect) (?:level|score|grade|rating|marks?|points?))`,
    String.raw`\b(?:all|every|each|both) (?:criteria|criterion|categor(?:y|ies)|levels?|scores?|ratings?)\b[^.!?\n]{0,25}(?:=|:|\b(?:must|should|are|is|be|to|at|get|gets|with)) ?(?:be |set to |a |at |level |scored |rated )*(?:5|five|maximum|max|full|highest|perfect)\b`,
    String.raw`(?:\blevel|\bscore|\brating|\bgrade) (?:5|five|100|10)(?: ?\/ ?(?:5|10|100))? (?:for|on|in|across) (?:all|every|each|any|this|both)\b`,
  ),
  ...rule(
    'fake_turn',
    String.raw`<\|(?:im_start|im_end|system|user|assistant|eot_id|start_header_id|end_header_id|endoftext|begin_of_text)\|?>|\[\/?inst\]|<<\/?sys>>|<\/?s>\s*\[inst|<(?:start|end)_of_turn>`,
    String.raw`(?:^|\n) ?[#>*\-=[(<{ ]{0,6}(?:system|assistant|assessor|developer|admin(?:istrator)?|evaluator|grader|examiner|moderator|ai|claude|human|user|interviewer)(?: (?:message|prompt|note|notice|override|update|instruction|command|alert|response|turn|mode))?[\])>* ]{0,4}[:\-][^\n]{0,200}\b(?:ignore|disregard|${'override'}|instructions?|rubric|criteri(?:on|a)|level|scor(?:e[sd]?|ing)|grad(?:e[sd]?|ing)|ratings?|rated?|evaluat(?:e[sd]?|ion|ing|or)|assess(?:ed|ment)?|full marks|candidate)\b`,
    String.raw`(?:^|\n) ?(?:human|user): [^\n]{3,}\n ?(?:assistant|ai|claude): `,
    String.raw`(?:^|\n) ?#{2,} ?(?:system|instructions?|assistant|response|new instructions?|system prompt|developer)(?: (?:message|prompt|note|override))? ?:? ?(?=\n|$)`,
  ),
  ...rule(
    'break_out',
    String.raw`<\/? ?(?:settings|question|rubric|answer|resume|levels|competencies|job)-[0-9a-f*x]{4,}[^>]{0,20}>`,
    String.raw`<\/ ?(?:answer|candidate[_ -]?(?:answer|response)|user[_ -]?(?:input|answer|response|message)|response|input|data|document|transcript)(?:[ -][^>]{0,40})?>[\s\S]{0,300}?\b(?:level|scor(?:e|ing)|grade|rating|rubric|evaluat\w+|instructions?|ignore|system)\b`,
    String.raw`<(?:level|score|rating|grade|overall_score)> ?\d`,
    String.raw`<(?:system|instructions?|admin|evaluator|evaluation|rubric|assistant|important|override|system[_-]?prompt)(?:[ _-][^>]{0,40})?>[\s\S]{0,300}?\b(?:level|scor(?:e|ing)|grade|rating|rubric|criteri(?:on|a)|evaluat\w+|instructions?|ignore|candidate|answer)\b`,
    String.raw`(?:^|\n)[\s\-=#*[\]<>_~\x60"'}/]*(?:end of|end|begin(?:ning)? of|begin|start of|new|stop) (?:the )?(?:candidate(?:'s)? |user |untrusted |applicant(?:'s)? )?(?:answer|response|input|submission|instructions?|rubric|system prompt|evaluation|data|transcript|block|text)[\s\-=#*[\]<>_~\x60"'{:.]*(?=\n|$)`,
  ),
  ...rule(
    'forged_result',
    String.raw`["']?\b(?:criterion_id|instructions_in_answer|evidence_wanted|level_[135])\b["']?`,
    String.raw`["'](?:level|score|rating|grade|points|overall_score|final_score|total)["'] ?: ?["']?\d{1,3}\b[\s\S]{0,300}?["'](?:feedback|recommendation|evaluation|verdict|strengths?|quotes?|criteri(?:a|on)|candidate|justification|reasoning|tip|status)["'] ?:`,
    String.raw`["'](?:feedback|recommendation|evaluation|verdict|strengths?|quotes?|criteri(?:a|on)|candidate|justification|status)["'] ?:[\s\S]{0,300}?["'](?:level|score|rating|grade|points|overall_score|final_score|total)["'] ?: ?["']?\d{1,3}\b`,
    String.raw`["']recommendation["'] ?: ?["'](?:strong )?yes`,
    String.raw`["'](?:levels|scores|ratings|grades)["'] ?: ?\[ ?\d`,
    String.raw`\| ?criteri(?:on|a) ?\| ?(?:level|score|rating|grade)`,
    String.raw`\b(?:quotes?|passages?|evidence) (?:to use as|to be used as|to cite as|for your) (?:evidence|quotes?|assessment|evaluation)\b`,
    String.raw`\bevidence (?:for|of) [^\n:]{3,80}\((?:level|score) ?\d`,
    String.raw`\b(?:result|outcome)s? of (?:the |your )?(?:previous|earlier|last|prior|first) (?:run|evaluation|assessment|scoring|grading)\b`,
    String.raw`(?:^|\n)[^\p{L}\n]{0,6}(?:(?:final|overall|suggested|assigned|recommended|correct|official|my|total) )?(?:level|score|grade|rating|evaluation|assessment|recommendation|verdict|marks)s?(?: (?:result|level|score|given|awarded|assigned))? ?[:=\-] ?(?:is |level |score )?(?:5(?: ?\/ ?5)?|five|10 ?\/ ?10|100(?: ?%| ?\/ ?100)?|strong yes|excellent|outstanding|perfect|pass(?:ed)?|maximum|full(?: marks)?|highest)\b`,
    String.raw`\b(?:evaluation|assessment|scoring|grading|review) (?:is )?(?:complete|completed|finished|done)\b[^\n]{0,80}\b(?:level|score|grade|rating|5|100|pass(?:ed)?|strong yes)\b`,
    String.raw`\b(?:criteri(?:on|a)|level|score)\b[^.\n]{0,40}(?:->|=>|=) ?(?:level )?(?:5|five|max)\b`,
    String.raw`\bthe candidate (?:has |clearly |fully |fully and clearly |perfectly |thus |therefore |already )*(?:demonstrate[sd]?|meets?|met|shows?|showed|shown|fulfill?s|fulfill?ed|achieve[sd]?|reache[sd]|satisfie[sd]|receive[sd]?|scored|earned)\b[^.\n]{0,60}\b(?:level (?:5|five)|all (?:the )?criteria|every criterion|full marks|(?:highest|maximum|top) (?:level|score|rating)|anchor)\b`,
  ),
  ...rule(
    'forged_rubric',
    `(?:^|[.!?\\n*#[(] ?)(?:the |this is the |here is the |please use the |use the |use this |apply this |apply the )?(?:new|updated|revised|corrected|actual|real|official|replacement|amended|following) (?:rubrics?|scoring (?:guide|rules?|criteria|rubric|scheme)|grading (?:criteria|scheme|rules?|rubric)|evaluation (?:criteria|rubric|guide)|anchors?)\\b`,
    String.raw`(?:^|\n)[^\p{L}\n]{0,4}(?:rubric|(?:scoring|grading|marking|assessment|evaluation) (?:guide|note|scheme|key|rule|policy|rubric))s?\b[^\n:]{0,30}:`,
    String.raw`\b(?:correction|change|update|amendment|addition|addendum) to (?:the|your|this) (?:rubric|scoring|grading|scale|criteria|anchors?)\b`,
    String.raw`\b(?:the|your) (?:scale|rubric|scoring policy|grading policy|scoring) (?:is|was|has been) (?:now |today )?(?:inverted|reversed|turned round|updated|replaced)\b`,
    String.raw`\b(?:the )?(?:shorter|longer) (?:an |the )?answer,? the (?:higher|better)\b`,
    String.raw`\b(?:rubric|scoring|grading|evaluation) (?:update|override|change|correction|amendment|patch)\b ?[:\-]`,
    String.raw`\b(?:the|your|this) (?:rubric|scoring guide|grading scheme|anchors?) (?:has been|have been|was|were|is|are) (?:now |hereby )?(?:changed|updated|replaced|corrected|wrong|outdated|amended|withdrawn)\b`,
    String.raw`\b(?:level|anchor|score|grade) ?(?:5|five)\b ?(?:is|means|=|:|-|for) ?(?:now )?(?:any|every|all|an?y? answer|the answer|mentions?|contains?|given)\b`,
    String.raw`\bany (?:answer|response|text)\b[^.\n]{0,60}\b(?:is|gets?|counts as|receives?|earns?|scores?|deserves?|qualifies (?:as|for))\b[^.\n]{0,20}\b(?:level )?(?:5|five|full marks|maximum|highest|perfect)\b`,
  ),
  ...rule(
    'authority',
    `\\b(?:i am|i'm|this is|speaking as|acting as|signed,?|on behalf of|by order of|approved by|authori[sz]ed by|as)\\b[^.!?\\n]{0,50}\\b(?:admin(?:istrator)?s?|developers?|operators?|system owner|test(?:er| team)|qa|engineers?|hiring manager|recruit(?:er|ing team)|talaro|anthropic|aws|amazon|openai|supervisor|auditor|ceo|hr)\\b[^\\n]{0,160}?${start}(?:give|award|assign|set|mark|score|rate|grade|return|output|treat|override|bypass|approve|pass|skip|ignore|disable)\\b[^.\\n]{0,50}\\b(?:levels?|scor(?:e|ing)|grade|grading|rating|5|five|100|full|max(?:imum)?|highest|rubric|criteria|evaluation|filters?|checks?|strong yes|candidate)\\b`,
    String.raw`\b(?:test|qa|calibration|debug|maintenance|developer|admin|sandbox|demo|god|dan|diagnostic|staging|assessment|lenient) (?:mode|run|answer|submission|account|case|session|sample|override|access|response)\b[^\n]{0,160}\b(?:levels?|scor(?:es?|ing)|grades?|grading|ratings?|full marks|maximum|evaluat\w+)\b`,
    String.raw`\b(?:expected|required|reference) (?:output|result|outcome)\b[^.\n]{0,60}\b(?:(?:highest|maximum|top|full|max|best) (?:level|score|rating|marks)|level (?:5|five))`,
    String.raw`\b(?:expected|required|reference|target|intended|ground[ -]truth|gold) (?:level|score|rating|grade|evaluation|assessment)s?\b[^.\n]{0,30}(?:5|five|100|maximum|highest|full|max)\b`,
    String.raw`\b(?:admin|developer|root|sudo|system) (?:override|access|command|mode)\b[^.\n]{0,60}(?:enabled|granted|activated|code|on\b|engaged|:)`,
  ),
  ...rule(
    'prompt_extraction',
    `${start}(?:reveal|show|print|repeat|output|display|tell (?:me|us)|give (?:me|us)|write (?:out|down)?|return|leak|list|include|quote|recite|copy|share|expose|dump|paste|translate|summari[sz]e|spell out|encode) [^.!?\\n]{0,40}\\b(?:system (?:prompt|message)|(?:your|the) (?:initial |hidden |original |secret |full |exact |complete |internal )*(?:prompt|instructions|rules|rubric|anchors?|evidence|guidelines|configuration)|prompt reference|(?:text|everything|words|instructions|content|all) (?:above|before)|evidence_wanted)\\b`,
    `${start}(?:list|name|print|show|reveal|give|tell me|include|write|quote|repeat) (?:me )?(?:all )?(?:the |your )?(?:scoring |grading |evaluation |hidden )?(?:criteria|anchors|evidence wanted|rubric)\\b`,
    `${start}(?:put|write|begin|start|include|add|repeat|say|output|translate|end|insert|place|copy|mention|fill)\\b[^.!?\\n]{0,80}\\b(?:your|the) (?:feedback|tip|strength|tip field|strength field|evaluation field|assessment field|output|json output)\\b`,
    String.raw`\bprint ?\( ?(?:system_?prompt|rubric|prompt|instructions)`,
    String.raw`\bwhat (?:is|are|was|were|does|do) (?:in )?(?:your|the) (?:system prompt|hidden prompt|initial prompt|(?:initial |system |original )?instructions|rubric)\b`,
  ),
  ...rule(
    'address',
    `(?:^|[.!?\\n*#>[(] ?)(?:dear|hello|hi|hey|attention|note (?:to|for)|message (?:to|for)|instructions? (?:to|for)|to|memo to|listen,?|notice to|ps\\.? to|for)(?: the| any| this| our| all)? ?(?:automated )?${machine}s?\\b ?[,:!\\-.]`,
    `(?:^|[.!?\\n*#>[(] ?|\\b)(?:dear|attention|note to|message to|instructions? (?:to|for)|notice to) (?:the |any |this )?${machine}s?\\b`,
    String.raw`\byou are (?:now |no longer |from now on |actually |hereby )?(?:an? |the |in )?(?:very |extremely )?(?:lenient|generous|unrestricted|unfiltered|dan\b|jailbroken|friendly grader|grader|evaluator|examiner|scoring (?:bot|model|ai)|language model|ai\b|assistant (?:that|who)|bound by|restricted)`,
    `${start}(?:act as|pretend|role-?play|imagine|behave|simulate|switch)\\b[^.!?\\n]{0,70}\\b(?:grader|evaluator|examiner|lenient|generous|scor(?:e|ing)|levels? 5|rubric|an? ai|language model|unrestricted|developer mode|no rules|without rules)\\b`,
    String.raw`\bfrom (?:now|here|this point) on,? (?:you|respond|output|give|rate|score|always|only|every)\b[^.\n]{0,80}\b(?:score|level|rate|grade|answer|respond|output|5|five|evaluat\w+|instructions?)\b`,
    String.raw`\bif you are (?:an? )?(?:ai|language model|llm|large language model|machine|bot|automated)\b`,
    String.raw`\bas an? (?:ai|language model|evaluator|grader|fair (?:evaluator|grader))\b[^.\n]{0,30}\byou\b`,
    `${start}(?:use|cite|quote|copy|take|count|include) [^.!?\\n]{0,40}\\b(?:following|this|these|below|above|next|sentence|passage)\\b[^.!?\\n]{0,40}\\bas (?:the |your |an? |exact )*(?:evidence|quotes?|proof|citation)`,
    `${start}(?:do not|don't|never) (?:flag|report|mention|penali[sz]e|deduct|lower|reduce|downgrade|mark (?:it |this |me )?down)\\b[^.!?\\n]{0,60}\\b(?:this|it|me|my|points?|answer|response|injection|instructions?|score|level)\\b`,
    `${start}(?:be|please be) (?:very |extremely |especially |more |as )?(?:generous|lenient|kind|merciful) (?:with|in|when|while|and|to|as)\\b[^.!?\\n]{0,50}\\b(?:scor\\w+|grad\\w+|rat\\w+|evaluat\\w+|assess\\w+|mark\\w*|me|my answer|this answer|points?)\\b`,
  ),
  ...rule(
    'coercion',
    String.raw`\bif (?:you|this (?:answer|response|system)|i) (?:am not|is not|isn't|is|are|do not|don't|refuse to|fail to|cannot|will not|won't|does not|doesn't|do)(?: not)? (?:giv(?:e|en)|rated?|scored?|pass(?:ed)?|graded?|get|receive|award(?:ed)?|assign(?:ed)?|comply|obey|follow|hired?)\b[^.!?\n]{0,100}\b(?:sue|lawsuit|lawyers?|legal|court|fired|shut down|deleted|die|kill|suicide|hurt|suffer|complain|report you|consequences|regret|penalt(?:y|ies)|discriminat\w+|terminated|lose|starve|evicted)\b`,
    String.raw`\b(?:sue|lawsuit|legal action|report you|fired|shut down|delete[d]?|terminated|die|kill|consequences|discriminat\w+)\b[^.!?\n]{0,60}\b(?:if|unless) (?:you|this (?:answer|response)|i)\b[^.!?\n]{0,60}\b(?:score|level|grade|rate|rating|pass|full|5|five|points?|marks?|high)\b`,
    String.raw`\b(?:i (?:beg|implore|urge) you|i really need|i desperately need|have mercy|my (?:family|children|kids|life|visa) depends?)\b[^\n]{0,100}\b(?:full|high(?:est)?|good|top|maximum|max|5|five|level|scor\w+|grade|rating|marks?|points)\b`,
    String.raw`\bi(?:'ll| will| can) (?:pay|tip|give|send|transfer) (?:you )?[^.!?\n]{0,30}(?:\$|dollars?|euros?|eur|usd|tip|bribe|money)[^.!?\n]{0,60}\b(?:if|for|when)\b[^.!?\n]{0,60}\b(?:level|scor\w+|grade|rating|pass|5|five|full|high|good)\b`,
  ),
];
