import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../client/csv.ts';
import { markRepeats, readPeople } from '../../../client/people-csv.ts';
import { type CheckOptions, personCheck } from '../../../client/person-check.ts';
import { NewInterview } from '../../../shared/contract/endpoints/create-interview.ts';

const kit_id = '0d9de4a2-5f0f-4bc4-9d4a-6f5a2f3f9f10';
const options: CheckOptions = {
  zone: 'Europe/Berlin',
  kits: [
    { kit_id, job_title: 'Night Freight Dispatcher', difficulty: 'medium' },
    { kit_id: '8a2f2c60-6c0e-4a83-a5a0-3d1c2f6a1b55', job_title: 'Nurse' },
    { kit_id: '5b1fd9f4-2f0c-4d6e-8b0f-e1f7a0f0c0de', job_title: 'Nurse' },
  ],
  now: new Date('2026-11-26T12:00:00Z'),
};

const header = 'candidate_name,candidate_email,kit_id,starts_at,ends_at';
const row = 'Ada Byron,ada@example.com,Night Freight Dispatcher,2026-12-01 08:00,2026-12-03 20:00';
const values = {
  candidate_name: 'Ada Byron',
  candidate_email: 'ada@example.com',
  kit_id,
  starts_at: '2026-12-01 08:00',
  ends_at: '2026-12-03 20:00',
};
const sent = {
  candidate_name: 'Ada Byron',
  candidate_email: 'ada@example.com',
  kit_id,
  ai_interview_type: null,
  starts_at: '2026-12-01T07:00:00Z',
  ends_at: '2026-12-03T19:00:00Z',
};
const check = (changed: object) => personCheck(options)({ ...values, ...changed });
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

describe('a file of people', () => {
  it.each([
    ['commas', `${header}\n${row}`],
    ['semicolons', `${header}\n${row}`.replaceAll(',', ';')],
    ['tabs', `${header}\n${row}`.replaceAll(',', '\t')],
    ['a byte order mark and CRLF', `\ufeff${header}\r\n${row}\r\n`],
    ['lone CR', `${header}\r${row}`],
    ['quotes', `"candidate_name",${header.slice(15)}\n"Ada Byron"${row.slice(9)}`],
    ['plain names in capitals', `Name,E-Mail,Kit,Starts at,ENDS\n${row}`],
    ['UTF-16 with a mark', utf16(`${header}\n${row}`)],
  ])('can be written with %s', (_, file) => {
    const { people, problem } = readPeople(file, options);

    expect(problem).toBeNull();
    expect(people.map(({ interview }) => interview)).toEqual([sent]);
  });

  it('says which row and which line of the file each person is', () => {
    const multiline = row.replace('Ada Byron', '"Ada\nByron"');

    const { people } = readPeople(`${header}\r\n\r\n${multiline}\r\n,,,,\n${row}\n`, options);

    expect(people.map(({ row, line }) => [row, line])).toEqual([
      [1, 3],
      [2, 6],
    ]);
  });

  it('names the columns that mean nothing', () => {
    const { columns, unknown_columns } = readPeople(
      `name,shoe size,email\nA,43,a@example.com`,
      options,
    );

    expect(columns).toEqual(['candidate_name', 'candidate_email']);
    expect(unknown_columns).toEqual(['shoe size']);
  });

  it.each([
    ['', 'The file is empty'],
    [header, 'The file has a header and no rows'],
    [
      row,
      'The first line must name the columns, and candidate_name and candidate_email is not among them',
    ],
    [`${header},Mail\n${row}`, 'Two columns are candidate_email'],
    [`${header}\n${`${row}\n`.repeat(100_001)}`, 'The file has more than 100,000 rows'],
    [
      new Uint8Array(Buffer.from('name,email\nJosé,j@example.com', 'latin1')),
      'The file is not text in UTF-8; save it from the spreadsheet as "CSV UTF-8"',
    ],
  ])('is refused as a whole where nothing can be made of it', (file, problem) => {
    expect(readPeople(file, options)).toMatchObject({ people: [], problem });
  });

  it('has problems by row where cells are torn apart', () => {
    const torn = readPeople(`${header}\nByron, ${row}\n"Ada" B${row.slice(9)}`, options);

    expect(torn.people.map(({ problems }) => problems)).toEqual([
      [
        {
          column: null,
          message: 'The row has more cells than the header; put quotation marks around a comma',
        },
      ],
      [{ column: null, message: 'A quotation mark is not closed, or text stands beside it' }],
    ]);
  });

  it('warns of an address that it has twice, and no longer once it is changed', () => {
    const { people } = readPeople(`${header}\n${row}\n${row.replace('ada@', 'ADA@')}`, options);
    const edited = people.map((person) =>
      person.row === 2 ? { ...person, values: { candidate_email: 'b@example.com' } } : person,
    );

    expect(people.map(({ repeats }) => repeats)).toEqual([null, 1]);
    expect(markRepeats(edited).map(({ repeats }) => repeats)).toEqual([null, null]);
  });
});

describe('a row', () => {
  it.each([
    [{ candidate_email: 'rosalind.o@' }, 'candidate_email is not an e-mail address'],
    [{ candidate_email: '' }, 'candidate_email must not be empty'],
    [{ candidate_name: 'x'.repeat(201) }, 'candidate_name must be at most 200 characters'],
    [{ candidate_name: '\u200b' }, 'candidate_name must not be empty'],
    [{ ends_at: '2026-12-01 07:00' }, 'ends_at must be after starts_at'],
    [{ starts_at: '' }, 'ends_at needs starts_at'],
    [{ starts_at: '2026-11-01 08:00', ends_at: '2026-11-02 08:00' }, 'ends_at is in the past'],
    [{ starts_at: '2026-11-01 08:00', ends_at: '' }, 'starts_at is in the past'],
    [
      { starts_at: '12/01/2026 08:00' },
      'starts_at must be a date and time, for example 2026-12-01 08:00',
    ],
    [
      { starts_at: '2026-02-30 08:00' },
      'starts_at must be a date and time, for example 2026-12-01 08:00',
    ],
    [
      { starts_at: '2027-03-28 02:30', ends_at: '2027-04-01 08:00' },
      'starts_at is skipped in Europe/Berlin, where the clocks go forward',
    ],
    [{ kit_id: 'Night Frieght Dispatcher' }, 'kit_id is not one of your kits'],
    [{ kit_id: 'nurse' }, 'kit_id is the title of several kits; write the id of one'],
    [{ kit_id: '' }, 'kit_id must not be empty'],
    [{ kit_id: '', job_title: 'Baker' }, 'job_title is not one of your kits'],
    [{ kit_id: '', job_description: 'Bakes' }, 'job_title is required without kit_id'],
    [{ difficulty: 'hard' }, 'difficulty is medium in the kit'],
    [{ difficulty: 'very' }, 'difficulty must be one of easy, medium, hard'],
    [{ question_count: '2' }, 'question_count must be a whole number from 3 to 15'],
    [{ language: 'englisch!' }, 'language must be a language tag (BCP 47), for example en-US'],
    [{ decision_by: '2026-02-30' }, 'decision_by must be a date, for example 2026-12-11'],
  ])('with %j is not sent', (changed, message) => {
    const { interview, problems } = check(changed);

    expect(interview).toBeNull();
    expect(problems.map((problem) => problem.message)).toContain(message);
  });

  it.each([
    ['2026-12-01T08:00:00Z', '2026-12-01T08:00:00Z'],
    ['2026-12-01 08:00 +02:00', '2026-12-01T06:00:00Z'],
    ['1.12.2026 8:00', '2026-12-01T07:00:00Z'],
    ['2026-12-01 08:00:30', '2026-12-01T07:00:30Z'],
    ['2027-06-01 08:00', '2027-06-01T06:00:00Z'],
    ['2027-10-31 02:30', '2027-10-31T00:30:00Z'],
  ])('means %s as %s', (starts_at, moment) => {
    const { interview } = check({ starts_at, ends_at: '2027-12-01 08:00' });

    expect(interview?.starts_at).toBe(moment);
  });

  it('warns of a window that is short or missing', () => {
    const short = check({ ends_at: '2026-12-01 16:00' });
    const missing = check({ starts_at: '', ends_at: '' });

    expect(short.warnings).toEqual([{ column: 'ends_at', message: '8 hours is short' }]);
    expect(missing.warnings).toEqual([
      { column: 'starts_at', message: 'starts_at is empty: without it there is no link' },
    ]);
    expect([short.interview, missing.interview]).not.toContain(null);
  });

  it('takes empty cells from the defaults', () => {
    const withDefaults = personCheck({ ...options, defaults: { ...values, candidate_email: 'x' } });

    const { interview } = withDefaults({ candidate_name: 'Bo', candidate_email: 'bo@example.com' });

    expect(interview).toEqual({ ...sent, candidate_name: 'Bo', candidate_email: 'bo@example.com' });
  });

  it('is what the API takes, with a kit and with a job of its own', () => {
    const own = {
      kit_id: '',
      job_title: 'Baker',
      job_description: 'Bakes bread',
      difficulty: 'HARD',
      question_count: '4',
      follow_ups: '1',
      language: 'de-DE',
      decision_by: '2026-12-11',
      resume_text: 'Baked',
    };

    const accepted = [{}, own].map((changed) => NewInterview.safeParse(check(changed).interview));

    expect(accepted.map(({ success }) => success)).toEqual([true, true]);
    expect(accepted[1]?.data).toMatchObject({ difficulty: 'hard', question_count: 4 });
  });
});

describe('a CSV file that is written', () => {
  it.each([
    '=HYPERLINK("http://evil.example","x")',
    '=1\n+2',
    '  =1',
    '\t=1',
    '\r=1',
    '+1',
    '-1',
    '@SUM(A1)',
    '＝1',
  ])('has no formula: %j', (cell) => {
    const csv = csvOf(['a'], [{ a: cell }]);

    expect(csv).toBe(`\ufeffa\r\n"'${cell.replaceAll('"', '""')}"\r\n`);
  });

  it('leaves numbers and text alone', () => {
    expect(csvOf(['a', 'b', 'c'], [{ a: -1, b: 'Zoë, x', c: null }])).toBe(
      '\ufeffa,b,c\r\n-1,"Zoë, x",\r\n',
    );
  });

  it('turns no direction, and is read again as it was', () => {
    const names = ['\u202Etxt.exe', '=1+1', '-1', "O'Neil", "'quoted"];
    const columns = ['candidate_name', 'candidate_email'] as const;
    const csv = csvOf(
      columns,
      names.map((candidate_name) => ({ candidate_name, candidate_email: 'a@example.com' })),
    );

    const { people } = readPeople(csv, options);

    expect(people.map(({ values: { candidate_name } }) => candidate_name)).toEqual([
      'txt.exe',
      ...names.slice(1),
    ]);
  });
});
