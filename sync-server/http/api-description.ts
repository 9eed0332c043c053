import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { type Audience, declarePublic } from './audience.ts';

/** Swagger UI sets styles of its own and asks this server alone. */
const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What proves who it is; others need no proof. */
const PROOF: Partial<Record<Audience, 'till' | 'channel' | 'user'>> = {
  till: 'till',
  channel: 'channel',
  user: 'user',
  administrator: 'user',
};

/** OpenAPI made of the routes' own schemas, at `/openapi.json`, and a readable page of it at `/docs`. */
export const describeApi = async (app: FastifyInstance): Promise<void> => {
  await app.register(swagger, {
    transform: ({ schema, url, route }) => {
      const audience = route.config?.audience;
      const proof = audience === undefined ? undefined : PROOF[audience];
      const security = proof === undefined ? [] : [{ [proof]: [] }];
      return { schema: { ...schema, security }, url };
    },
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Omnitill',
        description:
          'Tills, online channels and the dashboard speak to the server through this API.',
        version: `${PROTOCOL_VERSION}`,
      },
      components: {
        securitySchemes: {
          till: { type: 'http', scheme: 'bearer', description: "A till's token" },
          channel: { type: 'http', scheme: 'bearer', description: "A channel's API key" },
          user: { type: 'apiKey', in: 'cookie', name: 'omnitill_session' },
        },
      },
    },
  });
  app.get('/openapi.json', { config: { audience: 'public' }, schema: { hide: true } }, async () =>
    app.swagger(),
  );
  await app.register(async (scope) => {
    declarePublic(scope);
    await scope.register(swaggerUi, {
      routePrefix: '/docs',
      uiConfig: { validatorUrl: null },
      staticCSP: true,
      transformStaticCSP: () => DOCS_POLICY,
    });
  });
};
