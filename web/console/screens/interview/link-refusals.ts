const mayBeMade = 'It may have been made all the same: trying again makes no second one.';

/** What to do where a link could not be made, by the error's code. */
export const linkRefusals: Readonly<Record<string, string>> = {
  ai_unavailable:
    'Nothing was stored. Try again in a minute; if that does not help, write the kit by hand and make the link then.',
  budget_reached:
    'Nothing was stored. Jobs that have a kit still get links; for a new kit, ask whoever runs this deployment to raise the budget, or write the kit by hand.',
  kit_not_approved: 'Approve the newest version of the kit, then make the link.',
  interview_not_scheduled: 'Set the window first.',
  unreachable: mayBeMade,
  timeout: mayBeMade,
};
