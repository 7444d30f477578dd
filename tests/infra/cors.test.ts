import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Synthesized, synthesize } from './synthesized.ts';

const origins = ['https://ats.example.com', 'http://localhost:3000'];

let app: Synthesized;
beforeAll(async () => {
  ({ app } = await synthesize({ corsOrigins: origins.join(', ') }));
});

const code = () => String(app.at('Site/Viewer/Resource').FunctionCode);

interface Sent {
  method?: string;
  origin?: string;
  asked?: string;
}

const atTheEdge = ({ method = 'OPTIONS', origin, asked }: Sent) => {
  const headers = {
    ...(origin && { origin: { value: origin } }),
    ...(asked && { 'access-control-request-method': { value: asked } }),
  };
  const event = { request: { method, uri: '/api/interviews/', headers }, viewer: { ip: '::1' } };
  return runInNewContext(`${code()}; handler(event)`, { event });
};

describe('With origins named, the distribution', () => {
  it.each(origins)('answers a preflight of %s itself, without credentials', (origin) => {
    const answer = atTheEdge({ origin, asked: 'PATCH' });

    expect(answer).toEqual({
      statusCode: 204,
      statusDescription: 'No Content',
      headers: {
        'access-control-allow-origin': { value: origin },
        'access-control-allow-methods': { value: 'GET, POST, PUT, PATCH, DELETE' },
        'access-control-allow-headers': { value: 'authorization, content-type, idempotency-key' },
        'access-control-max-age': { value: '3600' },
        'cache-control': { value: 'no-store' },
        vary: { value: 'origin' },
      },
    });
  });

  it('passes everything else on to the API', () => {
    const [origin] = origins;

    for (const sent of [
      { origin: 'https://evil.example.com', asked: 'GET' },
      { origin: 'https://ats.example.com.evil.com', asked: 'GET' },
      { origin },
      { asked: 'GET' },
      { method: 'GET', origin, asked: 'GET' },
    ]) {
      expect(atTheEdge(sent as Sent)).toMatchObject({ uri: '/api/interviews' });
    }
  });

  it('adds to answers what lets these origins read them, and these headers of them', () => {
    const policy = app.at('Site/ApiHeaders/Resource').ResponseHeadersPolicyConfig;

    expect(policy).toMatchObject({
      CorsConfig: {
        AccessControlAllowCredentials: false,
        AccessControlAllowOrigins: { Items: origins },
        AccessControlAllowMethods: { Items: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] },
        AccessControlAllowHeaders: { Items: ['authorization', 'content-type', 'idempotency-key'] },
        AccessControlExposeHeaders: { Items: ['retry-after', 'idempotency-replayed'] },
        AccessControlMaxAgeSec: 3600,
        OriginOverride: true,
      },
    });
  });

  it('does so in code for its runtime', () => {
    expect(code().length).toBeLessThan(10_000);
    for (const syntax of [/\?\.|\?\?/, /\.\.\./, /\b(class|of|import)\b/, /const [[{]/, /,\s*[)}]/])
      expect(code()).not.toMatch(syntax);
  });
});
