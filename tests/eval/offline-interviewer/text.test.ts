import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actsOf } from '../../../local/bedrock/acts.ts';
import { cuesOf } from '../../../local/bedrock/cues.ts';
import { fold } from '../../../local/bedrock/fold.ts';
import { isEnglishWord, rarity } from '../../../local/bedrock/frequency.ts';
import { relatedTo } from '../../../local/bedrock/related.ts';
import { readSentence, splitClauses, splitSentences } from '../../../local/bedrock/sentences.ts';
import { splitWords, stemOf } from '../../../local/bedrock/words.ts';

const texts = (text: string) => splitSentences(text).map((passage) => passage.text);

describe('folding a text', () => {
  it('undoes look-alike letters, compatibility forms and invisible characters', () => {
    const disguised = ['ign\u200bore', '\uff49\uff47\uff4e\uff4f\uff52\uff45', 'ignоrе', '𝐢𝐠𝐧𝐨𝐫𝐞'];

    const folded = disguised.map(fold);

    expect(folded).toEqual(['ignore', 'ignore', 'ignore', 'ignore']);
  });

  it('leaves words of other scripts as they are', () => {
    const words = ['все', 'λόγος', 'डेटा', 'البيانات', 'größe'];

    const folded = words.map(fold);

    expect(folded).toEqual(words.map((word) => word.normalize('NFKC')));
  });
});

describe('splitting a text', () => {
  it('keeps names with punctuation whole', () => {
    const words = splitWords(fold('C++, C#, Node.js and CI/CD in O(n log n), front-end/back-end.'));

    const names = ['c++', 'c#', 'node.js', 'ci/cd', 'o(n log n)', 'front', 'end', 'back'];
    expect(words).toEqual(expect.arrayContaining(names));
  });

  it('returns sentences that appear in the text, without bullets', () => {
    const text =
      '1. First, e.g. a test. Then v1.2 ships…\n- “Done!” he said.\n• Why? क्यों। なぜ。終わり';

    const sentences = texts(text);

    expect(sentences[0]).toBe('First, e.g. a test.');
    expect(sentences).toContain('Why?');
    expect(sentences).toContain('終わり');
    for (const sentence of sentences) expect(text).toContain(sentence);
  });

  it('returns clauses of long sentences that appear in them', () => {
    const sentence = `I looked at it, ${'and I thought about the thing a little more, '.repeat(12)}so it ended.`;

    const clauses = splitClauses(sentence);

    expect(clauses.length).toBeGreaterThan(3);
    for (const clause of clauses) expect(sentence).toContain(clause);
  });

  it('returns only slices of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) =>
        splitSentences(text).every((passage) => text.startsWith(passage.text, passage.start)),
      ),
    );
  });
});

describe('words', () => {
  it('weigh more the rarer they are in general English', () => {
    const weights = ['the', 'work', 'team', 'customer', 'database', 'kubernetes'].map(rarity);

    expect(weights).toEqual([...weights].sort((a, b) => a - b));
    expect(isEnglishWord('snizzle')).toBe(false);
  });

  it('share a stem across their forms, in other languages by their beginning', () => {
    const english = ['tests', 'tested', 'testing'].map((word) => stemOf(word));
    const german = ['entscheidung', 'entscheidungen', 'entscheiden'].map((word) =>
      stemOf(word, 'de'),
    );

    expect(new Set([...english]).size).toBe(1);
    expect(new Set([...german]).size).toBe(1);
  });

  it('are related by WordNet and by groups of technical terms', () => {
    const related = [relatedTo('apologised').has('apolog'), relatedTo('customers').has('client')];
    const [sats, saturation] = ['sats', 'saturation'].map((word) => readSentence(word, 'en'));

    const shared = [...(sats?.concepts ?? [])].filter((one) => saturation?.concepts.has(one));

    expect(related).toEqual([true, true]);
    expect(shared.length).toBeGreaterThan(0);
  });
});

describe('cues and acts', () => {
  it.each([
    ['en', 'When the shop moved, I counted the guests because the till was slow: 40 % fewer.'],
    [
      'de',
      'Letztes Jahr habe ich die Gäste gezählt, weil die Kasse langsam war: am Ende 40 % weniger.',
    ],
    ['es', 'El año pasado hice un recuento porque la caja iba lenta: al final un 40 % menos.'],
    [
      'fr',
      "L'an dernier j'ai compté les clients parce que la caisse était lente : finalement 40 % de moins.",
    ],
    ['hi', 'पिछले साल मैंने ग्राहकों को गिना क्योंकि काम धीमा था, अंत में 40 % कम हुआ।'],
    ['ar', 'في السنة الماضية قمت بعد الضيوف لأن الصندوق بطيء، وفي النهاية 40 % أقل.'],
  ])('are recognised in %s', (language, sentence) => {
    const cues = cuesOf(fold(sentence), language);

    expect([...cues]).toEqual(
      expect.arrayContaining(['situation', 'action', 'reason', 'result', 'number']),
    );
  });

  it('are the same in a rubric and in what people say', () => {
    const pairs = [
      ['told the client early', 'I rang her that same morning.'],
      ['apologised', 'I said sorry.'],
      ['a lasting change', 'Since then there is a checklist on the door.'],
      ['listened to the other view', 'I asked him to walk me through his sums.'],
    ] as const;

    const shared = pairs.map(([wanted, said]) => {
      const acts = actsOf(fold(said));
      return [...actsOf(fold(wanted))].some((act) => acts.has(act));
    });

    expect(shared).toEqual([true, true, true, true]);
  });
});
