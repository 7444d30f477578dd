/** True of every stored answer: a neutral sentence is honest, invented feedback would not be. */
const catalogue: Readonly<Record<string, string>> = {
  en: 'Thank you, your answer is saved.',
  de: 'Danke, Ihre Antwort ist gespeichert.',
  es: 'Gracias, su respuesta se ha guardado.',
  fr: 'Merci, votre réponse est enregistrée.',
  hi: 'धन्यवाद, आपका उत्तर सहेज लिया गया है।',
  ar: 'شكرًا لك، حُفظت إجابتك.',
};

/** The sentence shown if there is no feedback, in the interview's language or in English. */
export const neutralFeedback = (language: string): string =>
  catalogue[new Intl.Locale(language).language] ?? catalogue.en ?? '';
