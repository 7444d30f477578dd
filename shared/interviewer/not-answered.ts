import { noModel } from '../domain/provenance.ts';
import type { Closing } from './interviewer.ts';

/** What there is to say. That a person looks at it is for people to do: what we do is to mark it. */
const catalogue: Readonly<Record<string, string>> = {
  en: 'No question was answered, so there is nothing to evaluate and no score. This interview is marked for a person to look at.',
  de: 'Keine Frage wurde beantwortet. Es gibt daher nichts auszuwerten und keine Punktzahl. Dieses Interview ist zur Durchsicht durch einen Menschen vorgemerkt.',
  es: 'No se respondió a ninguna pregunta, por lo que no hay nada que evaluar ni puntuación. Esta entrevista está marcada para que la revise una persona.',
  fr: 'Aucune question n’a reçu de réponse\u00a0: il n’y a donc rien à évaluer et pas de note. Cet entretien est signalé pour être examiné par une personne.',
  hi: 'किसी भी प्रश्न का उत्तर नहीं दिया गया, इसलिए मूल्यांकन के लिए कुछ नहीं है और कोई अंक नहीं है। यह इंटरव्यू किसी व्यक्ति के देखने के लिए चिह्नित है।',
  ar: 'لم يُجَب عن أي سؤال، لذلك لا يوجد ما يمكن تقييمه ولا توجد درجة. وُضعت علامة على هذه المقابلة ليطّلع عليها شخص.',
};

/**
 * The closing text of an interview in which nothing was answered, in its language or in English. It
 * names neither strengths nor areas for improvement. No model is asked.
 * @param made_at ISO 8601, UTC
 */
export const notAnswered = (language: string, made_at: string): Closing => ({
  evaluation: catalogue[new Intl.Locale(language).language] ?? catalogue.en ?? '',
  strengths: '',
  areas_for_improvement: '',
  provenance: {
    evaluator: 'offline',
    model_id: noModel,
    prompt_version: 'none',
    prompt_hash: '',
    input_tokens: 0,
    output_tokens: 0,
    made_at,
  },
});
