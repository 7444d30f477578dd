/** True of every answer: a neutral sentence is honest, invented feedback would not be. */
const catalogue: Readonly<Record<string, string>> = {
  en: 'Thank you, your answer is saved and will be read with care.',
  de: 'Danke, Ihre Antwort ist gespeichert und wird sorgfältig gelesen.',
  es: 'Gracias, su respuesta se ha guardado y se leerá con atención.',
  fr: 'Merci, votre réponse est enregistrée et sera lue avec attention.',
  hi: 'धन्यवाद, आपका उत्तर सहेज लिया गया है और ध्यान से पढ़ा जाएगा।',
  ar: 'شكرًا لك، تم حفظ إجابتك وستُقرأ بعناية.',
};

/** The sentence shown if there is no feedback, in the interview's language or in English. */
export const neutralFeedback = (language: string): string =>
  catalogue[new Intl.Locale(language).language] ?? catalogue.en ?? '';
