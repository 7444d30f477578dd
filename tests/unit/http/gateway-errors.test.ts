import { describe, expect, it } from 'vitest';
import { gatewayError, gatewayErrors } from '../../../shared/http/gateway-errors.ts';

describe('the errors that API Gateway returns itself', () => {
  it.each([
    ['no route', 'MISSING_AUTHENTICATION_TOKEN', 404, 'not_found'],
    ['no token', 'UNAUTHORIZED', 401, 'unauthorized'],
    ['a token that has expired', 'EXPIRED_TOKEN', 401, 'unauthorized'],
    ['no role', 'ACCESS_DENIED', 403, 'forbidden'],
    ['a body too large', 'REQUEST_TOO_LARGE', 413, 'payload_too_large'],
    ['too many requests', 'THROTTLED', 429, 'throttled'],
    ['a function that takes too long', 'INTEGRATION_TIMEOUT', 504, 'timeout'],
  ])('include, for %s (%s), a %d %s', (_name, type, status, code) => {
    expect(gatewayError(type)).toMatchObject({ status, code });
  });

  it('have different types', () => {
    const types = gatewayErrors.map(({ type }) => type);

    expect(new Set(types).size).toBe(types.length);
  });

  it('are sentences for a person', () => {
    for (const { error } of gatewayErrors) expect(error).toMatch(/^[A-Z][^\n"\\]{10,}[^.]$/);
  });

  it('have no entry for a type that does not exist', () => {
    expect(() => gatewayError('NO_SUCH_TYPE')).toThrow('NO_SUCH_TYPE');
  });
});
