/** What every AWS client of the stand-in tests is made with, besides its endpoint. */
export const clientDefaults = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  // A refusal is looked at as it comes, not after the SDK has tried again.
  maxAttempts: 1,
};
