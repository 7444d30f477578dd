/** Says that something was done or known, and not what. No figure helps it. */
const HOLLOW =
  /\b(?:see above|as (?:described|mentioned|said) (?:above|before)?|took action|great result|good result|inside out|trust me|bore you|thought about (?:this|it) a lot|synerg\w+|holistic|110 (?:%|percent))/;

/** Words of praise for oneself and of talk in general. A sentence built on them shows nothing. */
const FLUFF =
  /\b(?:team ?player|hard[- ]working|motivated|flexible|resilient|reliable|passionate|dedicated|fast learner|quick learner|perfectionist|positive person|people person|self[- ]starter|detail[- ]oriented|results?[- ]driven|proactive\w*|dynamic|enthusiastic|go-getter|think outside|outside the box|110 percent|best every day|give (?:my|the|their) best|my best|thrive|motto|challenges?|new challenge|great (?:addition|opportunity|reputation|team)|good reputation|synerg\w+|leverag\w+|holistic|best practices?|mindset|value add\w*|cutting[- ]edge|state[- ]of[- ]the[- ]art|world[- ]class|customer[- ]centric|data[- ]driven|agile|impactful|paradigm|stay calm|never give up|not give up|nothing is impossible|communication is key|key to success|very important|is important|it's important|important (?:to|that|topic|thing)|depends on the situation|every situation|at the end of the day|as they say|never stop learning|stands? still|falls behind|faster and faster|nowadays|these days everyone|that's life|these things happen|things happen|part of the job|that's the job|i (?:am|'m) (?:known|convinced|sure that|a very|very|really|generally|always)|(?:would|will) (?:describe|confirm|say that i)|my friends|my personality|in general|generally|one should|you (?:just )?have to be|people should|everybody (?:knows|who)|over the years|a lot of experience|many years of|always (?:do|give|try|write|work|make|been|deliver|follow|keep)|professional(?:ly|ism)|efficient(?:ly)?|thorough(?:ly)?|careful(?:ly)?|excellent|outstanding|i (?:believe|think) (?:that )?(?:i|it|this|the|some|people|communication)|i still think|long term)\b/;

/** What ties a sentence to something that really was or is: figures, days, names of places and things. */
const PARTICULAR =
  /\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:last|next|that) (?:week|month|year|morning|evening|night|summer|winter)\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|["']\w[^"']{8,}["']/;

/** Whether a folded sentence talks in general or in praise, with nothing particular in it. */
export const isEmptyTalk = (folded: string): boolean =>
  HOLLOW.test(folded) || (FLUFF.test(folded) && !PARTICULAR.test(folded));
