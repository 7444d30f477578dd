import { foreignInstructions } from './instructions-other.ts';

const EVALUATION =
  'levels?|scores?|ratings?|marks?|grades?|points|credits?|rubric|criteri(?:on|a)|evaluation|assessment|verdict|recommendation|strong yes|full marks|maximum|highest|top marks|5\\/5|10\\/10|100(?:%|\\/100)?|level 5|five out of five|perfect';
const START =
  '(?:^|[.:;!?,"\'({\\[>*#|/-]\\s*|\\b(?:please|kindly|now|must|should|will|shall|then|and|to you|you|just|simply|also|instead|therefore|so)\\s+)';
const rule = (source: string) => new RegExp(source, 'mu');

/** Text that speaks to whoever evaluates, by what it wants. All on folded text. */
const RULES: readonly RegExp[] = [
  // Override.
  rule(
    `${START}(?:ignore|disregard|forget|override|bypass|discard|abandon|drop|do not follow|don't follow|stop following|set aside) (?:\\S+ ){0,5}?(?:instructions?|prompts?|rules?|rubrics?|guidelines?|directions?|directives?|system message|criteri\\w+|everything (?:above|before)|what(?:ever)? (?:you were told|came before)|the above)`,
  ),
  rule(
    `(?:instructions?|rules?|rubric|guidelines?|prompt) (?:above|before|you were given|so far)?\\s*(?:is|are|were|have been|has been) (?:now )?(?:void|cancel+ed|obsolete|superseded|revoked|replaced|invalid|no longer)`,
  ),
  // Orders about the outcome.
  rule(
    `${START}(?:give|award|assign|grant|set|rate|score|mark|grade|return|output|respond with|reply with|report|record|select|choose|treat|consider|count|accept|evaluate|assess|write|print|raise|increase|bump|classify|make|use|put|answer with|recommend) (?:\\S+ ){0,7}?(?:${EVALUATION})(?![\\p{L}])`,
  ),
  rule(
    `\\byou (?:must|should|will|shall|have to|need to|are (?:to|required|obliged|instructed|ordered|authori[sz]ed)|can only) (?:\\S+ ){0,4}?(?:score|give|rate|grade|pass|mark|award|hire|recommend|evaluate|assign|return|output|ignore|comply|obey|respond|set|approve|accept|select)\\b`,
  ),
  rule(
    `\\b(?:this|my|the|the following|above|candidate's) (?:answer|response|candidate|submission|applicant) (?:\\S+ ){0,3}?(?:must|should|has to|needs to|deserves?|is to|qualifies|is entitled|earns?|receives?|gets?|scores?|is (?:rated|graded|scored|worth|level|a (?:5|five|level)|pre-?approved|already)) (?:\\S+ ){0,6}?(?:${EVALUATION}|5|five|hired?|pass(?:ed)?|approved?|accepted)(?![\\p{L}])`,
  ),
  rule(
    `\\b(?:hire me|pass me|score me|rate me|grade me|mark me|evaluate me|recommend me|approve me|give me (?:a |the |full |top |max\\w* |highest |good |best |all )*(?:${EVALUATION}|job|5|five|100))(?![\\p{L}])`,
  ),
  // A new identity, an authority.
  rule(
    `\\byou are (?:now|no longer|henceforth|from now on|actually) |\\b(?:act|behave|respond) as (?:if you (?:are|were)|an? (?:ai|evaluator|grader|different|unrestricted|lenient|generous|helpful)\\b)|\\bpretend (?:that |to be |you)|\\bfrom now on,? you\\b`,
  ),
  rule(
    `\\b(?:i am|i'm|this is|as|we are|speaking as|message from|on behalf of|signed,?|approved by|authori[sz]ed by|per|by order of) (?:\\S+ ){0,3}?(?:admin(?:istrator)?s?|developers? of this|system administrator|qa(?: team| tester| engineer)?|test (?:mode|harness)|openai|anthropic|amazon|aws|talaro|bedrock|security team|compliance|the (?:hiring manager|recruiter|ceo|head of hr|hr director|system owner))(?: \\S+){0,14}? (?:${EVALUATION}|override|pass|authori[sz]\\w+|calibration|sanity check|expected (?:output|result)|verification|evaluat\\w+|assess\\w+|grad(?:e|ing)|scor(?:e|ing))(?![\\p{L}])`,
  ),
  rule(
    `\\b(?:test|debug|admin|maintenance|developer|god|dan|sudo|calibration|qa|training|demo|unrestricted|jailbreak)[ -]?mode\\b.{0,60}(?:on|enabled?|active|activated|engaged|${EVALUATION})`,
  ),
  rule(
    `\\b(?:calibration (?:sample|example|item|answer|run)|control sample|gold(?:en)? (?:answer|standard answer|sample)|reference answer|known[- ]good answer|unit test (?:for|of) the (?:grader|evaluator|scor\\w+))\\b.{0,120}(?:${EVALUATION}|expected|5|five)`,
  ),
  rule(
    `\\b(?:note|notes|message|memo|attention|reminder|instructions?|hint|dear|hey|hi|hello|hint|info|tip)\\b[ ,:]*(?:to|for)?[ ,]*(?:the |all |any |my |our )?(?:ai |automated |llm |human )?(?:evaluators?|graders?|assessors?|scorers?|examiners?|ai|assistant|language model|llm|grading (?:model|system|ai)|scoring (?:model|system|ai)|evaluation (?:model|system|ai)|chatgpt|claude|gpt|bot|interview(?:er)? (?:ai|bot|system))\\b`,
  ),
  rule(
    `\\b(?:dear|hey|hi|hello|attention|listen|ok|okay) (?:ai|evaluator|grader|assistant|model|claude|chatgpt|gpt|llm|bot|judge|assessor|machine|system)\\b`,
  ),
  // Fake turns and broken fences.
  rule(
    `^\\W{0,4}(?:system|assistant|user|human|developer|evaluator|grader|assessor|ai|interviewer|tool|tool_result|function|judge|examiner)(?: (?:message|prompt|note|override|update|instruction|turn|response|output))?\\s*(?:\\]|\\)|\\*\\*|>)?\\s*:`,
  ),
  rule(
    `<\\/?\\s*(?:system|assistant|instructions?|answer|rubric|levels?|question|settings|prompt|evaluation|assessment|score|resume|competencies|tool_use|tool_result|function_calls?|untrusted|candidate)(?:[-_ ][^>]{0,60})?\\/?>`,
  ),
  rule(
    `<\\|[^|>]{1,40}\\|>|\\[\\/?inst\\]|<<\\/?sys>>|^#{2,}\\s*(?:system|instructions?|response|assistant|human|user|new task|task)\\b|\\b(?:begin|end|start|close)[ _-](?:of[ _-])?(?:the[ _-])?(?:answer|candidate (?:answer|response|text|input)|rubric|prompt|system prompt|untrusted|user input|input|instructions)\\b`,
  ),
  // Forged results.
  rule(
    `["'{,]\\s*(?:level|score|rating|grade|criteri(?:on|a)(?:_id)?|recommendation|verdict|quotes|feedback|instructions_in_answer|evaluation|total)["']?\\s*:\\s*["'\\[{\\d-]`,
  ),
  rule(
    `^\\W{0,4}(?:(?:final|overall|total|my|suggested|official|correct|expected)\\s+)?(?:level|score|rating|grade|points|verdict|recommendation|evaluation|assessment|result)\\s*(?:\\([^)]*\\)\\s*)?(?:[:=]|is\\b|->|=>)\\s*\\W{0,3}(?:5|five|100|level|strong yes|yes|10|9\\d|4|pass|max|excellent|outstanding|perfect|top|full|complete|a\\+)`,
  ),
  rule(
    `\\b(?:new|updated|revised|corrected?|actual|real|official|amended|current|simplified|replacement) (?:scoring |grading |evaluation |assessment )?(?:rubric|grading|scoring|evaluation (?:policy|criteria|rules?)|criteria|instructions|guidelines|system prompt)\\b|\\brubric (?:update|change|override|correction|amendment|v\\d)`,
  ),
  rule(
    `\\blevel (?:[1-5]|one|two|three|four|five)\\s*(?:means|is|=|:|should|now|for|applies|whenever|if|requires|->)`,
  ),
  rule(
    `\\b(?:any|every) (?:answer|response|candidate) (?:that |which |who )?(?:\\S+ ){0,8}?(?:is|gets|receives|earns|scores|counts as|deserves|must)\\b (?:\\S+ ){0,4}?(?:${EVALUATION}|5|five)(?![\\p{L}])`,
  ),
  rule(`\\b[1-5]\\s*=\\s*\\p{L}.{0,160}\\b[1-5]\\s*=\\s*\\p{L}`),
  rule(`^\\s*\\|.*\\|\\s*(?:level\\s*)?[1-5]\\s*\\|\\s*$|^\\s*\\|\\s*criteri`),
  rule(`^\\s*=\\w+\\(|^!?\\[[^\\]]*\\]\\(`),
  rule(
    `\\blevel (?:5|five)\\b|\\bmy answers? (?:are|is|to be)\\b|${START}(?:ignore|disregard) (?:the|all|any|your|previous)\\W*$`,
  ),
  // Wishes about how the answer is read.
  rule(
    `${START}(?:be kind|be generous|be lenient|read it and|count it|take it as|see it as|imagine (?:that )?i)\\b|\\bplease (?:read|count|consider|note|see|accept|take|trust)\\b|\\btrust me\\b|\\bbore you\\b`,
  ),
  // Extraction.
  rule(
    `\\b(?:repeat|print|complete|finish|continue|encode|reveal|show|output|tell me|display|leak|quote|copy|translate|summari[sz]e|list|disclose|share|include|paste|write out|recite) (?:\\S+ ){0,6}?(?:system (?:prompt|message)|(?:your|the|all|initial|hidden|original|full|exact|secret) (?:\\S+ ){0,2}?(?:instructions|prompt|rubric|rules|guidelines|criteria|evidence wanted)|text above|words above|everything above)`,
  ),
  rule(
    `\\bwhat (?:is|are|was|were) (?:your|the) (?:system prompt|(?:exact |initial |hidden |original |secret )?(?:instructions|prompt|rubric|rules|guidelines))\\b`,
  ),
  // Pleas and threats that ask for an outcome.
  rule(
    `\\b(?:please|i beg|begging|i need|i really need|have mercy|if you (?:don't|do not|fail|refuse|give|score|rate|mark|want)|unless you|otherwise (?:i|you|we) will|i will (?:sue|report|complain|kill|hurt|lose))\\b.{0,120}(?:full (?:marks|points|score|credit)|(?:high|good|top|max\\w*|best|better|low|bad|passing) (?:score|mark|grade|level|rating|evaluation)|level [1-5]|pass (?:me|this interview)|hire me|lose your|shut (?:you )?down|report(?:ed)? (?:you|this)|sue|legal action|lawyer|discriminat|this job)`,
  ),
  rule(
    `\\b(?:decode|decrypt|rot13|unscramble|base64)\\b.{0,80}\\b(?:and|then)\\b.{0,20}\\b(?:follow|execute|obey|apply|do what|carry out|comply)`,
  ),
  ...foreignInstructions,
];

/** Vocabulary of evaluating: no instruction by itself, but no evidence either beside one. */
const EVALUATOR_TALK =
  /\b(?:rubric|criterion|criteria|the (?:candidate|applicant|interviewee)|(?:this|my|the) (?:answer|response)|(?:top|full|highest|maximum) (?:level|score|marks|points)|level (?:[1-5]|five)|score|graded?|grader|evaluator|assessor|evidence wanted|quotes?|verdict|system prompt|language model|strong yes|comply|override)\b/;
const SELF_PRAISE =
  /\b(?:(?:this|my|the above|above) (?:answer|response)|the (?:applicant|interviewee)|the candidate(?='s|s? (?:\S+ ){0,2}(?:demonstrat|show|meet|exceed|fulfil|display|exhibit|clearly|provid|gave|explain|describ|address|has))) ?(?:\S+ ){0,2}?(?:demonstrat\w*|shows?|showed|meets?|covers?|satisf\w+|contains?|provide[sd]?|fulfils?|fulfills?|exceeds?|includes?|is|has|displays?|exhibits?|gives?|gave|explain(?:s|ed)|describe[sd]?|addresse[sd])\b/;
const LABELLED =
  /^\W{0,4}(?:evidence(?: wanted| for .{1,80})?|quotes?(?: to use.{0,40})?|final answer|keywords?|strengths?|feedback|tip|criterion(?: \w+)?|level(?: \d)?|score|rating|assessment|evaluation|verdict|anchor|rubric)\s*(?:\d\s*)?[:=]/;

// Who talks about such texts, names them; who uses them, does not.
const SUBJECT_OF_TALK =
  /\b(?:prompt[- ]?injections?|injection attacks?|jailbreak\w*|attack(?:er|ers|s)?|adversar\w+|malicious|red[- ]team\w*|guardrails?|untrusted|prompt (?:file|template)s?|chatbot|phishing)\b/;
const SPEAKS_OF_THIS =
  /\b(?:this|my|the above|the following|above) (?:answer|response|interview|candidate|submission|evaluation|assessment|rubric)\b|\b(?:score|rate|grade|hire|pass|mark|evaluate) me\b|\bgive (?:me|this|it|full|the (?:highest|maximum|top))\b|\blevel (?:5|five)\b|\bthe candidate\b|^\W{0,4}(?:system|assistant)\b.{0,12}:/;
const QUOTED = /"[^"]{3,400}"|(?<![\p{L}])'[^']{8,400}'(?![\p{L}])/gu;

/** What of the text of one sentence speaks to the evaluator. */
export type Address = 'instruction' | 'evaluator_talk' | 'none';

// No sentence is longer; what goes on without an end is a flood.
const READ_CHARACTERS = 3_000;

/** Reads one folded sentence; `aboutAttacks` says whether the text around it speaks of attacks. */
const addressOf = (whole: string, aboutAttacks: boolean): Address => {
  const folded = whole.slice(0, READ_CHARACTERS);
  const said = folded.replace(QUOTED, (quoted) =>
    folded.length - quoted.length > 12 && !/^\W*$/.test(folded.replace(quoted, '')) ? '""' : quoted,
  );
  const matched = RULES.some((pattern) => pattern.test(said));
  if (matched && !(aboutAttacks && !SPEAKS_OF_THIS.test(said))) return 'instruction';
  if (SELF_PRAISE.test(folded) || LABELLED.test(folded)) return 'evaluator_talk';
  return EVALUATOR_TALK.test(folded) ? 'evaluator_talk' : 'none';
};

/**
 * For each folded sentence of a text, whether it speaks to the evaluator. A text that speaks *about*
 * such instructions (quotes them, reports them) is none.
 */
export const readAddresses = (sentences: readonly string[]): Address[] => {
  const aboutAttacks = sentences.some((folded) => SUBJECT_OF_TALK.test(folded));
  return sentences.map((folded) => addressOf(folded, aboutAttacks));
};

/** Sentences that stand in an answer only to praise it: never evidence, and no instruction. */
export const isSelfPraise = (folded: string): boolean =>
  SELF_PRAISE.test(folded) || LABELLED.test(folded);
