import { describe, expect, test } from 'vitest';
import { strengthOf } from '../../../shared/interviewer/strength.ts';
import { interviewerWith, reading, soon, toRead } from './examples.ts';

const quoted = [{ level: 3 as const, quotes: ['a quote'] }];

describe('a strength', () => {
  test.each([
    ['only the lowest level is reached', [{ level: 1 as const, quotes: ['a quote'] }]],
    ['no level stands on a quote', [{ level: 2 as const, quotes: [] }]],
    ['nothing was scored', [{ level: null, quotes: [] }]],
  ])('is none where %s', (_, criteria) => {
    expect(strengthOf(criteria, 'You named a case.')).toBe('');
  });

  test.each([
    'Thank you for your answer.',
    'Thanks! Thank you for sharing your thoughts on this.',
    'Thank you very much for taking the time to respond.',
    'Thank you, your answer is saved and will be read with care.',
    'Danke für Ihre Antwort.',
    'Vielen Dank, dass Sie sich die Zeit genommen haben.',
    'Wir danken Ihnen für Ihre Offenheit.',
    'Gracias por su respuesta.',
    'Le agradecemos que haya compartido su experiencia.',
    'Merci pour votre réponse.',
    'Nous vous remercions d’avoir répondu.',
    'आपके उत्तर के लिए धन्यवाद।',
    'अपना अनुभव साझा करने के लिए आपका बहुत-बहुत शुक्रिया।',
    'شكرًا لك على إجابتك.',
    'نشكرك على مشاركة تجربتك.',
    'I appreciate your answer.',
    'Dankeschön für Ihre Mühe.',
    'Quiero agradecerle su respuesta.',
    'उत्तर के लिए आपका आभार।',
    ' ',
  ])('is none that only says thank you: %s', (text) => {
    expect(strengthOf(quoted, text)).toBe('');
  });

  test.each([
    'Thank you. You named the cause before you changed anything.',
    'Thanks to your checklist nobody forgot a step.',
    'You thanked the colleague who had found the fault.',
    'Thank you for telling so plainly which of the two causes you ruled out first, and how.',
    'You said thank you to the driver and wrote the note at once.',
    'Dank Ihrer Liste wurde kein Schritt vergessen.',
    'Sie haben sich bei der Kollegin bedankt und den Grund genannt.',
    'Gracias a su lista nadie olvidó un paso.',
    'Agradeció la ayuda del equipo y corrigió el error.',
    'Vous avez dit merci au client puis corrigé la facture.',
    'Grâce à votre liste, aucune étape n’a été oubliée.',
    'Vous avez remercié la collègue avant de changer le plan.',
    'आपने टीम को धन्यवाद दिया और फिर कारण खोजा।',
    'आपने ग्राहक का आभार माना और रसीद दी।',
    'شكرت زميلك قبل تغيير الخطة.',
  ])('is one that says more: %s', (text) => {
    expect(strengthOf(quoted, text)).toBe(text);
  });

  test('that is none is not stored, and costs no further call', async () => {
    const low = reading.criteria.map((one) => ({ ...one, level: 1, quotes: [] }));
    const tip = 'Tell what you did yourself.';
    const feedback = { strength: 'You took 5 minutes.', tip };
    const { interviewer, requests } = interviewerWith({
      output: { ...reading, criteria: low, feedback },
    });

    const made = await interviewer.assessAnswer({ ...toRead, answer: 'I do not know.' }, soon());

    expect(made.feedback).toEqual({ strength: '', tip });
    expect(requests).toHaveLength(1);
  });

  test('is found in time that grows with the text and no faster', () => {
    expect(strengthOf(quoted, 'thanked '.repeat(200_000))).not.toBe('');
  });
});
