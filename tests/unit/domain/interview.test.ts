import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NewInterview } from '../../../shared/contract/endpoints/create-interview.ts';
import { Brief, Interview, Language } from '../../../shared/domain/interview.ts';
import { anInterview } from '../../support/records.ts';

const wanted = {
  candidate_name: 'Ada Lovelace',
  candidate_email: 'ada@example.com',
  job_title: 'Backend Engineer',
  job_description: 'We store orders.',
};
const wrongFields = (over: object) =>
  (NewInterview.safeParse({ ...wanted, ...over }).error?.issues ?? []).map(({ path }) =>
    path.join('.'),
  );

describe('a language', () => {
  it.each([
    ['en-us', 'en-US'],
    ['DE', 'de'],
    ['zh-hans-cn', 'zh-Hans-CN'],
    ['ar-EG', 'ar-EG'],
    ['en-US-u-ca-buddhist', 'en-US-u-ca-buddhist'],
  ])('%s is spelled %s', (sent, stored) => {
    expect(Language.parse(sent)).toBe(stored);
  });

  it.each(['', 'x', 'de_DE', 'english please', '12', 'en-', 'a'.repeat(36), null, 5])(
    'is not %j',
    (value) => {
      expect(Language.safeParse(value).success).toBe(false);
    },
  );

  it('takes or refuses any text without an exception', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        expect(() => Language.safeParse(text)).not.toThrow();
      }),
    );
  });
});

describe('a new interview', () => {
  it('needs a job, or a kit that says what the job is', () => {
    const { candidate_name, candidate_email } = wanted;
    const bare = { candidate_name, candidate_email };
    const kit_id = '00000000-0000-4000-8000-000000000300';

    expect(wrongFields({})).toEqual([]);
    expect(NewInterview.safeParse({ ...bare, kit_id }).success).toBe(true);
    expect(NewInterview.safeParse(bare).error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'job_title',
      'job_description',
    ]);
  });

  it.each([
    ['technical'],
    ['behavioral'],
    ['coding'],
    ['system_design'],
    ['general'],
    [null],
    [undefined],
  ])('may be of type %s', (ai_interview_type) => {
    expect(wrongFields({ ai_interview_type })).toEqual([]);
  });

  it.each([
    ['question_count', 2],
    ['question_count', 16],
    ['question_count', 3.5],
    ['question_count', '5'],
    ['question_count', Number.NaN],
    ['difficulty', 'Medium'],
    ['ai_interview_type', 'Technical'],
    ['ai_interview_type', ''],
    ['language', 'de_DE'],
    ['candidate_name', ' '],
    ['candidate_name', 'n'.repeat(201)],
    ['job_title', ''],
    ['job_title', 't'.repeat(201)],
    ['candidate_email', 'ada'],
    ['candidate_email', `${'a'.repeat(243)}@example.com`],
    ['job_description', ''],
    ['job_description', 'd'.repeat(50_001)],
    ['resume_text', 'r'.repeat(50_001)],
    ['starts_at', 'tomorrow'],
    ['starts_at', '2026-11-23T10:00:00'],
    ['ends_at', 5],
  ])('is refused with the %s %j', (field, value) => {
    expect(wrongFields({ starts_at: '2026-11-23T10:00:00Z', [field]: value })).toEqual([field]);
  });

  it.each(['candidate_name', 'candidate_email', 'job_title', 'job_description'])(
    'is refused without %s',
    (field) => {
      expect(wrongFields({ [field]: undefined })).toEqual([field]);
    },
  );

  it.each([
    ['before its start', '2026-11-23T09:59:59.999Z', ['ends_at']],
    ['with its start', '2026-11-23T10:00:00Z', ['ends_at']],
    ['with its start in another zone', '2026-11-23T12:00:00+02:00', ['ends_at']],
    ['a millisecond after its start', '2026-11-23T10:00:00.001Z', []],
  ])('ending %s, at %s, has the wrong fields %j', (_name, ends_at, wrong) => {
    expect(wrongFields({ starts_at: '2026-11-23T10:00:00Z', ends_at })).toEqual(wrong);
  });

  it.each([
    ['0000-12-31T23:59:59Z', ['starts_at']],
    ['0001-01-01T00:00:00+01:00', ['starts_at']],
    ['0001-01-01T00:00:00Z', []],
    ['9998-12-31T23:59:59Z', []],
    ['9998-12-31T23:59:59-01:00', ['starts_at']],
    ['9999-01-01T00:00:00Z', ['starts_at']],
  ])('starting at %s has the wrong fields %j', (starts_at, wrong) => {
    expect(wrongFields({ starts_at })).toEqual(wrong);
  });

  it('is refused with an end and no start', () => {
    expect(wrongFields({ ends_at: '2026-11-23T10:00:00Z' })).toEqual(['ends_at']);
  });

  it('takes texts at their limits', () => {
    const longest = {
      candidate_name: '🙂'.repeat(200),
      job_title: '字'.repeat(200),
      job_description: '🙂'.repeat(50_000),
      resume_text: 'ä'.repeat(50_000),
      candidate_email: `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.com`,
    };

    expect(wrongFields(longest)).toEqual([]);
  });
});

describe('a stored interview', () => {
  it('is read as it was stored', () => {
    expect(Interview.parse(anInterview())).toEqual(anInterview());
  });

  it('stays readable with a start in the year 0, which was taken once', () => {
    const old = anInterview({ starts_at: '0000-12-31T23:00:00Z' });

    expect(Interview.parse(old)).toEqual(old);
  });

  it('may have no type and no time', () => {
    const bare = anInterview({ ai_interview_type: null, starts_at: null, ends_at: null });

    expect(Interview.parse(bare)).toEqual(bare);
  });

  it('has no status other than the four', () => {
    expect(Interview.safeParse({ ...anInterview(), status: 'done' }).success).toBe(false);
  });

  it('has a brief whose résumé may be missing', () => {
    const brief = { job_description: 'We store orders.', resume_text: null };

    expect(Brief.parse(brief)).toEqual(brief);
  });
});
