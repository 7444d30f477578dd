import { randomBytes } from 'node:crypto';
import { visibleText } from './visible-text.ts';

/** The blocks of the user message. A string is sent as raw text, anything else as JSON. */
export interface Blocks {
  settings: Record<string, string | number>;
  job?: string;
  competencies?: readonly object[];
  wanted?: readonly object[];
  questions?: readonly object[];
  resume?: string;
  question?: string;
  rubric?: object;
  levels?: readonly object[];
  answer?: string;
}

/** A block as it is sent. */
export interface Fenced {
  name: keyof Blocks;
  text: string;
}

/**
 * The blocks of one user message, in the order given:
 * `<name-marker>`, newline, content, newline, `</name-marker>`.
 *
 * The marker is 32 random hex digits, new for each call, so that no text written beforehand can close
 * its block; a marker that occurs in any content is discarded. Invisible characters are stripped from
 * all content ({@link visibleText}).
 */
export const fence = (blocks: Blocks): Fenced[] => {
  const contents = Object.entries(blocks)
    .filter(([, content]) => content !== undefined)
    .map(([name, content]) => ({
      name: name as keyof Blocks,
      content: visibleText(typeof content === 'string' ? content : JSON.stringify(content)),
    }));
  const marker = freshMarker(contents.map(({ content }) => content));
  return contents.map(({ name, content }) => ({
    name,
    text: `<${name}-${marker}>\n${content}\n</${name}-${marker}>`,
  }));
};

const freshMarker = (contents: readonly string[]): string => {
  const marker = randomBytes(16).toString('hex');
  const taken = contents.some((content) => content.toLowerCase().includes(marker));
  return taken ? freshMarker(contents) : marker;
};
