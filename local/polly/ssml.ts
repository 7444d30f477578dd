import { ServiceError } from '../wire/service-error.ts';

/** What is spoken, and how many characters of it AWS bills: markup is free. */
export type Speech = { ssml: string; billedCharacters: number };

// What espeak-ng understands of Polly's SSML; other tags are taken off, their text is kept.
const SPOKEN_TAGS = new Set(['break', 'emphasis', 'p', 'prosody', 's', 'say-as', 'sub']);
const MARKUP =
  /<!--[\s\S]*?-->|<(\/?)([a-z][\w:-]*)((?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/giy;
const ENTITY = /&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/giy;

/** Plain text, marked up so that no character of it is read as markup. */
export function fromText(text: string): Speech {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return { ssml: `<speak>${escaped}</speak>`, billedCharacters: [...text].length };
}

/** An SSML document; throws Polly's InvalidSsmlException when it is not well-formed. */
export function fromSsml(document: string): Speech {
  const text = document.trim();
  const open: string[] = [];
  let ssml = '';
  let billedCharacters = 0;
  let position = 0;
  while (position < text.length) {
    const tag = matchAt(MARKUP, text, position);
    const entity = matchAt(ENTITY, text, position);
    const character = String.fromCodePoint(text.codePointAt(position) ?? 0);
    const token = tag?.[0] ?? entity?.[0] ?? character;
    const name = tag?.[2];
    if (name !== undefined) {
      if (tag?.[1] === '/') {
        if (open.pop() !== name) throw invalidSsml();
      } else if (tag?.[4] !== '/') open.push(name);
      if (open.length === 0 && position + token.length < text.length) throw invalidSsml();
      if (SPOKEN_TAGS.has(name)) ssml += token;
    } else if (!tag) {
      if (token === '<' || token === '&' || open[0] !== 'speak') throw invalidSsml();
      ssml += token;
      billedCharacters += 1;
    }
    position += token.length;
  }
  if (text === '' || open.length > 0) throw invalidSsml();
  return { ssml: `<speak>${ssml}</speak>`, billedCharacters };
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

function invalidSsml(): ServiceError {
  return new ServiceError('InvalidSsmlException', 'Invalid SSML request');
}
