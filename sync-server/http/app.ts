import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { channelByKey } from '../auth/channel-keys.ts';
import { userBySession } from '../auth/dashboard-users.ts';
import { tillByToken } from '../auth/tills.ts';
import { LONGEST_TOKEN } from '#shared/tokens/token-text.ts';
import { accountRoutes } from './account-routes.ts';
import { blindReturnRoutes } from './blind-return-routes.ts';
import { channelKeyRoutes } from './channel-key-routes.ts';
import { describeApi } from './api-description.ts';
import { guardRoutes } from './audience.ts';
import { customerRoutes } from './customer-routes.ts';
import { allowTillOrigins, answerPreflights } from './cross-origin.ts';
import { serveDashboard } from './dashboard-page.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { demoRefundsRoute } from './demo-refunds-route.ts';
import { demoRoutes } from './demo-routes.ts';
import { emailReceiptRoutes } from './email-receipt-routes.ts';
import { enrolmentRoutes } from './enrolment-routes.ts';
import { handleError } from './error-handler.ts';
import { exceptionRoutes, resolveRoute } from './exception-routes.ts';
import { stockElsewhereRoutes } from './stock-elsewhere-routes.ts';
import { findCustomersRoutes } from './find-customers-routes.ts';
import { findOrderRoutes } from './find-order-routes.ts';
import { fleetRoutes } from './fleet-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { orderActRoutes } from './order-act-routes.ts';
import { orderRoutes } from './order-routes.ts';
import { overviewRoutes } from './overview-routes.ts';
import { policyRoutes } from './policy-routes.ts';
import { priceListRoutes } from './price-list-routes.ts';
import { promotionRoutes } from './promotion-routes.ts';
import { pullRoutes } from './pull-routes.ts';
import { pushRoute } from './push-route.ts';
import { quarantineRoutes } from './quarantine-routes.ts';
import { quoteRoutes } from './quote-routes.ts';
import { handlePageError, isReceiptPage, receiptPageRoutes } from './receipt-page-routes.ts';
import { receiptRoutes } from './receipt-routes.ts';
import { secureHeaders } from './security-headers.ts';
import type { ServerParts } from './server-parts.ts';
import { receiptLayoutRoutes } from './receipt-layout-routes.ts';
import { settingsRoutes } from './settings-routes.ts';
import { sessionRoutes, signInRoutes } from './session-routes.ts';
import { sensitiveActRoutes } from './sensitive-act-routes.ts';
import { shiftRoutes } from './shift-routes.ts';
import { serveShop } from './shop-page.ts';
import { shopRoutes } from './shop-routes.ts';
import { staffRoutes } from './staff-routes.ts';
import { pointsRoutes } from './points-routes.ts';
import { storedValueRoutes } from './stored-value-routes.ts';
import { trainingRoutes } from './training-routes.ts';
import { createValidator } from './validator.ts';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info';

export type AppOptions = {
  /** The address it will listen on. */
  readonly host: string;
  /** Origins of tills' pages besides those of this machine. */
  readonly tillOrigins: readonly string[];
  readonly dashboardFolder: string;
  readonly logLevel: LogLevel;
};

/** Bytes of a request's body, except where a route says otherwise. */
const BODY_LIMIT = 1024 * 1024;

/** No header, no body, no query and no address reaches the log, and of a database's error none of the values. */
const serializers = {
  err: ({ name, code, message, stack }: Error & { readonly code?: string }) => ({
    type: name,
    code,
    message,
    stack: stack ?? '',
  }),
  req: ({ method, url }: { readonly method: string; readonly url: string }) => ({
    method,
    // Who reads a receipt's code may read the receipt.
    path: url.split('?')[0]?.replace(/^\/r\/.*/i, '/R/'),
  }),
};

const createInstance = (logLevel: LogLevel): FastifyInstance => {
  const app = Fastify({
    logger: { level: logLevel, serializers },
    bodyLimit: BODY_LIMIT,
    // Behind a proxy on this machine the client's address is the one the proxy tells.
    trustProxy: 'loopback',
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    // Ids of exceptions are made of those of their subjects, and codes of receipts stand in the addresses of their pages.
    routerOptions: { maxParamLength: LONGEST_TOKEN },
    // An address that is none is found before any route, and so before its error handler.
    frameworkErrors: (error, request, reply) =>
      void (isReceiptPage(request.url) ? handlePageError : handleError)(error, request, reply),
  });
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(createValidator('malformed'));
  // Replies are made by typed code; nothing is left out of them or filled in.
  app.setSerializerCompiler(() => (body) => JSON.stringify(body));
  app.setErrorHandler(handleError);
  return app;
};

/** The server's HTTP side, ready to listen. */
export const createApp = async (
  parts: ServerParts,
  { host, tillOrigins, dashboardFolder, logLevel }: AppOptions,
): Promise<FastifyInstance> => {
  const { db, demo, now, live, metrics } = parts;
  const app = createInstance(logLevel).withTypeProvider<TypeBoxTypeProvider>();
  secureHeaders(app);
  allowTillOrigins(app, tillOrigins, host);
  await app.register(cookie);
  guardRoutes(app, {
    till: (token) => tillByToken(db, token),
    channel: (key) => channelByKey(db, key, demo),
    user: (session) => userBySession(db, session, { demo, now: now() }),
  });
  await app.register(rateLimit, { global: false });
  await describeApi(app);
  await app.register(healthRoutes({ metrics, askDatabase: () => sql`select 1`.execute(db) }));
  answerPreflights(app);
  await app.register(enrolmentRoutes(parts));
  await app.register(pushRoute(parts));
  await app.register(pullRoutes(parts));
  await app.register(findOrderRoutes(parts));
  await app.register(findCustomersRoutes(parts));
  await app.register(blindReturnRoutes(parts));
  await app.register(stockElsewhereRoutes(parts));
  await app.register(storedValueRoutes(parts));
  await app.register(pointsRoutes(parts));
  await app.register(emailReceiptRoutes(parts));
  await app.register(signInRoutes(parts));
  await app.register(sessionRoutes(parts));
  await app.register(overviewRoutes(parts));
  await app.register(receiptRoutes(parts));
  await app.register(receiptPageRoutes(parts));
  await app.register(shiftRoutes(parts));
  await app.register(sensitiveActRoutes(parts));
  await app.register(trainingRoutes(parts));
  await app.register(exceptionRoutes(parts));
  await app.register(resolveRoute(parts));
  await app.register(quarantineRoutes(parts));
  await app.register(fleetRoutes(parts));
  await app.register(settingsRoutes(parts));
  await app.register(receiptLayoutRoutes(parts));
  await app.register(policyRoutes(parts));
  await app.register(promotionRoutes(parts));
  await app.register(priceListRoutes(parts));
  await app.register(customerRoutes(parts));
  await app.register(deliveryRoutes(parts));
  await app.register(staffRoutes(parts));
  await app.register(accountRoutes(parts));
  await app.register(channelKeyRoutes(parts));
  await app.register(async (channel) => {
    channel.setValidatorCompiler(createValidator('amount_invalid'));
    await channel.register(orderRoutes(parts));
    await channel.register(orderActRoutes(parts));
    await channel.register(quoteRoutes(parts));
  });
  if (demo) {
    await app.register(demoRoutes(parts));
    await app.register(shopRoutes(parts));
    await app.register(demoRefundsRoute);
    serveShop(app, dashboardFolder);
  }
  serveDashboard(app, dashboardFolder);
  app.addHook('preClose', async () => {
    live.close();
  });
  return app;
};
