import type { Messages } from '../i18n/catalogues.ts';
import { answerOf, firstOpen, numberOf } from '../machine/session.ts';
import type { Writing } from '../machine/state.ts';
import { unsentFor } from '../machine/unsent.ts';
import type { Page } from '../page.ts';
import { button } from '../parts/action-button.tsx';
import { saveCopy } from '../parts/save-copy.tsx';
import { textSection } from '../parts/text-section.tsx';

type Shown = [title: keyof Messages, text: string, when?: string];

/**
 * One question and texts of two devices. Until the question has an answer, nothing is sent before
 * the person has chosen; then the answer is shown beside what is not part of it.
 */
export const severalTexts = (page: Page, screen: Pick<Writing, 'question_id'>) => {
  const { t, moment, session, writing, onDevice } = page;
  const { question_id } = screen;
  if (!session) return null;
  const number = numberOf(session, question_id);
  const there = writing?.other;
  const { response_text = '', answered_at } = answerOf(session, question_id) ?? {};
  const at = (key: 'saved' | 'sentAt', time = '') => time && t(key, { time: moment(time) });
  const texts: Shown[] = there
    ? [
        ['twoHere', writing.text],
        ['twoThere', there.text, at('saved', there.saved_at)],
      ]
    : [
        ['answerCounts', response_text, at('sentAt', answered_at)],
        ...unsentFor(page, question_id).map(({ text }): Shown => ['typedHere', text]),
      ];
  return (
    <>
      <p class="step">{t('questionOf', { number, total: session.total_questions })}</p>
      <h1>{t(there ? 'twoTitle' : 'answeredTitle', { number })}</h1>
      <blockquote lang={session.language} dir="auto">
        {session.questions[number - 1]?.text}
      </blockquote>
      <p>{t(there ? 'twoText' : onDevice ? 'answeredText' : 'nowhere')}</p>
      <div class="texts">
        {texts.map(([title, text, when], index) =>
          textSection(
            page,
            'h2',
            t(title),
            text,
            when,
            there && button(page, t('useThisText'), { type: index ? 'use_other' : 'keep_mine' }),
          ),
        )}
      </div>
      <div class="actions">
        {!there &&
          button(page, t(firstOpen(session) ? 'next' : 'finish'), { type: 'continue' }, 'primary')}
        {saveCopy(page, 'downloadBoth')}
      </div>
      {!there && <p class="meta">{t('answeredWrong')}</p>}
    </>
  );
};
