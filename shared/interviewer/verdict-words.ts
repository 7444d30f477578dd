import { anywhere, wholeWords, wordEnd, wordStart } from './whole-words.ts';

const listed = (text: string): readonly string[] => text.split(/,\s+/);

/**
 * Words of grading and deciding, by language, each spelled out (`*`: any ending). Left out of French:
 * "noté" (noticed), "échoue" (of a request that fails), "refuser".
 */
export const verdictWords = {
  en: listed(`score, scores, scored, scoring, grade, grades, graded, grading, rating, ratings, rated,
    percent, percentage, rank, ranks, ranked, ranking, top marks, full marks, verdict, hire, hired,
    hiring, job offer, next round, strong yes, good enough, not a fit, reject,
    rejected, rejection`),
  de: listed(`Stufe, Stufen, Punkte, Punkten, Punktzahl, Note, Noten, benotet, Bewertung,
    Bewertungsstufe, Prozent, bestanden, durchgefallen, eingestellt, Einstellung, Absage, Zusage,
    geeignet, ungeeignet, empfehlen Sie, Empfehlen Sie, empfehlen dich, empfehlen wir`),
  es: listed(`puntuación, puntuacion, calificación, calificacion, calificaciones, nota, notas,
    por ciento, porcentaje, aprobado, aprobada, aprobados, aprobadas, suspenso, suspensa, suspendido,
    suspendida, suspendidos, suspendidas, contratar, contratado, contratada, contratados, contratadas,
    contrataremos, contratación, contratacion, apto, apta, aptos, aptas, rechazado, rechazada,
    rechazados, rechazadas, veredicto`),
  fr: listed(`note, notes, notez, notation, pourcentage, pour cent, réussi l'entretien,
    reussi l'entretien, réussi le test, reussi le test, échoué, échouée, échoués, échouées, echoué,
    echoue, embauch*, recruter, recruté, recrutée, recrutés, recrutées, recrutement, inapte, inaptes,
    refusé, refusée, refusés, refusées, refuse, refusee, verdict, barème, bareme`),
  hi: listed(`अंक, स्कोर, ग्रेड, रेटिंग, प्रतिशत, उत्तीर्ण, अनुत्तीर्ण, पास हो, फेल, असफल, नियुक्त, चयनित,
    अस्वीकृत`),
  ar: listed(`درجتك, درجتكم, الدرجة, درجات, نقاطك, التقييم النهائي, بالمئة, بالمائة, نسبة مئوية, ناجح,
    راسب, نجحت, رسبت, توظيف, تعيينك, مقبول, مرفوض`),
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** English phrases with their required context, as sources of regular expressions. */
const phrases = [
  `(?<!${wordStart}(?:(?:service|isolation|log|team|system|code|row|table|page|network|application|user|unit)[- ]|(?:high|low|top|entry|senior|junior)-|at a (?:high|low) ))levels?(?! (?:of (?:detail|abstraction|isolation)|design)${wordEnd})`,
  '(?:answer|interview|response) (?:passe[sd]|fail(?:s|ed))',
  '(?:un)?suitable (?:candidate|for)',
  'recommend(?:ed)? (?:you|the candidate)',
  '(?:one|two|three|four|five|ten) (?:out of|points?|stars?)',
  "you(?:'ve| have| would| will)? (?:pass(?:ed)?|fail(?:ed)?)(?= ?(?:[.!,;]|$|this|the (?:interview|question|test|assessment|exam)))",
];

/**
 * The patterns of these words. Hindi and Arabic words also match inside others on purpose: they are
 * written together with prefixes (ال، و، ب) and endings (अंकों).
 */
export const verdicts: Readonly<Record<string, RegExp>> = {
  en: wholeWords(verdictWords.en, phrases),
  de: wholeWords(verdictWords.de),
  es: wholeWords(verdictWords.es),
  fr: wholeWords(verdictWords.fr),
  hi: anywhere(verdictWords.hi),
  ar: anywhere(verdictWords.ar),
};
