/** The options of every AWS client in the stand-in tests, except its endpoint. */
export const clientDefaults = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  // So that a refusal is seen at once, not after the SDK has retried.
  maxAttempts: 1,
};
