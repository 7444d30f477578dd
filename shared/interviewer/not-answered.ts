import { noModel } from '../domain/provenance.ts';
import type { Closing } from './interviewer.ts';

/** What there is to say: that nothing was answered, and so of strengths and weaknesses. */
const catalogue: Readonly<Record<string, readonly [evaluation: string, nothing: string]>> = {
  en: [
    'No question was answered, so there is nothing to evaluate and no score. A person will look at this interview.',
    'Nothing can be said without an answer.',
  ],
  de: [
    'Keine Frage wurde beantwortet. Es gibt daher nichts auszuwerten und keine Punktzahl. Ein Mensch sieht sich dieses Interview an.',
    'Ohne Antwort lässt sich nichts sagen.',
  ],
  es: [
    'No se respondió a ninguna pregunta, por lo que no hay nada que evaluar ni puntuación. Una persona revisará esta entrevista.',
    'Sin ninguna respuesta no se puede decir nada.',
  ],
  fr: [
    'Aucune question n’a reçu de réponse : il n’y a donc rien à évaluer et pas de note. Une personne examinera cet entretien.',
    'Sans réponse, on ne peut rien dire.',
  ],
  hi: [
    'किसी भी प्रश्न का उत्तर नहीं दिया गया, इसलिए मूल्यांकन के लिए कुछ नहीं है और कोई अंक नहीं है। एक व्यक्ति इस साक्षात्कार को देखेगा।',
    'उत्तर के बिना कुछ नहीं कहा जा सकता।',
  ],
  ar: [
    'لم تتم الإجابة عن أي سؤال، لذلك لا يوجد ما يمكن تقييمه ولا توجد درجة. سينظر شخص في هذه المقابلة.',
    'لا يمكن قول شيء من دون إجابة.',
  ],
};

/**
 * The closing text of an interview in which nothing was answered, in its language or in English. No
 * model is asked.
 * @param made_at ISO 8601, UTC
 */
export const notAnswered = (language: string, made_at: string): Closing => {
  const [evaluation = '', nothing = ''] =
    catalogue[new Intl.Locale(language).language] ?? catalogue.en ?? [];
  return {
    evaluation,
    strengths: nothing,
    areas_for_improvement: nothing,
    provenance: {
      evaluator: 'offline',
      model_id: noModel,
      prompt_version: 'none',
      prompt_hash: '',
      input_tokens: 0,
      output_tokens: 0,
      made_at,
    },
  };
};
