import { describe, expect, it } from 'vitest';
import { bankIn } from '../../../local/bedrock/bank.ts';
import { fieldOf, readPosting } from '../../../local/bedrock/posting.ts';
import { derive, type Posting, write } from './kit.ts';

const language = 'en-US';
const posting = (job_title: string, job_description: string): Posting => ({
  id: job_title,
  job_title,
  job_description,
  language,
});
const derived = (job: Posting) =>
  (['technical', 'behavioral'] as const).map((type) =>
    derive(job, { type, difficulty: 'medium', count: 5 }).competencies.map(({ name }) => name),
  );

describe('common jobs', () => {
  it.each([
    [
      'Hotel Receptionist',
      'You check guests in and out.',
      'hospitality',
      'Receiving guests on arrival',
    ],
    [
      'Front Desk Agent',
      'Our hotel has ninety rooms.',
      'hospitality',
      'Keeping rooms and bookings right',
    ],
    [
      'Receptionist',
      'Our hotel welcomes guests until midnight; you look after reservations and tell housekeeping which rooms come first.',
      'hospitality',
      'Receiving guests on arrival',
    ],
    [
      'Receptionist',
      'You greet patients, answer the phone and book appointments.',
      'office',
      'Receiving visitors well',
    ],
    [
      'Housekeeper',
      'You work with the front desk.',
      'hospitality',
      'Getting rooms clean and ready',
    ],
    ['HR Manager', 'You run hiring and payroll.', 'office', 'Hiring fairly'],
    ['HR & Payroll Officer', 'You prepare contracts.', 'office', 'Handling staff matters'],
    ['Payroll Clerk', 'You file with the tax office.', 'finance', 'Keeping fixed deadlines'],
    ['Bus Driver', 'You drive passengers on time.', 'transport', 'Looking after passengers'],
    [
      'Warehouse Worker',
      'You pick orders and drive a forklift.',
      'transport',
      'Orderly storing and picking',
    ],
  ])('a %s (%s) is asked from %s, about %s', (title, description, field, competency) => {
    const job = posting(title, description);

    expect(fieldOf(bankIn('en'), readPosting(`${title}\n\n${description}`))?.field).toBe(field);
    for (const names of derived(job)) expect(names).toContain(competency);
  });

  it.each([
    ['Hotel Receptionist', 'You check guests in and out.', 'Getting every order right'],
    ['Housekeeper', 'You prepare rooms for guests.', 'Keeping pace in a rush'],
    ['Chef', 'You run a kitchen with a changing menu.', 'Getting every order right'],
    ['Bus Driver', 'You drive passengers on time.', 'Keeping freight traceable'],
    ['Warehouse Worker', 'You drive a forklift.', 'Vehicle checks and driving'],
    ['Payroll Clerk', 'You file with the tax office.', 'Audit, tax and controls'],
    ['HR Manager', 'You receive visitors too.', 'Receiving visitors well'],
    [
      'Frontend Developer',
      'You work with backend developers on the API.',
      'Modelling and storing data',
    ],
    ['Sales Assistant', 'Your team leads help you.', 'Building and judging a pipeline'],
  ])('a %s (%s) is not asked about %s', (title, description, competency) => {
    for (const names of derived(posting(title, description)))
      expect(names).not.toContain(competency);
  });
});

describe('a tool in a question', () => {
  const wanted = Array.from({ length: 4 }, (_, nth) => ({ competency_id: 'it', nth }));
  /** All questions of a field that name the tool, for a posting that does. */
  const naming = (title: string, tool: string) => {
    const job = posting(title, `You use ${tool} every day.`);
    return bankIn('en')
      .flatMap(({ competencies }) => competencies)
      .flatMap(({ name }) =>
        write(
          job,
          { type: 'general', difficulty: 'medium', count: 5 },
          [{ id: 'it', name }],
          wanted,
        ),
      )
      .map(({ text }) => text)
      .filter((text) => text.includes(tool));
  };

  it.each([
    ['Hotel Receptionist', 'Opera PMS', /no booking|cash in the drawer/],
    ['Waiter', 'MICROS', /long order|cash in the drawer/],
    ['Office Assistant', 'SharePoint', /library/],
    ['Office Assistant', 'Google Calendar', /full calendars/],
    ['Sales Representative', 'Salesforce', /prospects|quota/],
    ['Call Centre Agent', 'Zendesk', /case/],
    ['Truck Dispatcher', 'Samsara', /driver's hours|trucks you can really promise/],
    ['Data Analyst', 'Power BI', /^(?!.*nightly job)/],
    ['Backend Developer', 'Kafka', /running system|slow/],
    ['Frontend Developer', 'TypeScript', /old code|slow/],
  ])('for a %s, %s, stands only where it fits', (title, tool, fitting) => {
    const made = naming(title, tool);

    expect(made.length).toBeGreaterThan(0);
    for (const text of made) expect(text).toMatch(fitting);
  });

  it.each([
    ['Waiter', 'OpenTable'],
    ['Bookkeeper', 'Workday'],
    ['Backend Developer', 'Terraform'],
    ['Office Assistant', 'Calendly'],
    ['Site Manager', 'NEC'],
  ])('for a %s, %s, of which no question is sure to be true, stands nowhere', (title, tool) => {
    expect(naming(title, tool)).toEqual([]);
  });
});
