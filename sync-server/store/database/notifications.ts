import { escapeIdentifier, type Notification } from 'pg';

export type NotificationHandler = (payload: string) => void;

/** Who wants to hear of which channel, on one connection that LISTENs. */
export type Notifications = {
  /** Ends with the returned function. The channel itself stays listened to: without handlers it costs nothing. */
  readonly listen: (channel: string, handler: NotificationHandler) => Promise<() => Promise<void>>;
  readonly deliver: (notification: Notification) => void;
  /** Listens to every channel again: for a new connection. */
  readonly resume: (run: RunSql) => Promise<void>;
};

export type RunSql = (sql: string) => Promise<unknown>;

export function createNotifications(run: RunSql): Notifications {
  const handlersByChannel = new Map<string, Set<NotificationHandler>>();

  return {
    listen: async (channel, handler) => {
      const handlers = handlersByChannel.get(channel) ?? new Set();
      handlersByChannel.set(channel, handlers);
      const own: NotificationHandler = (payload) => {
        handler(payload);
      };
      handlers.add(own);
      try {
        await run(listenSql(channel));
      } catch (error) {
        handlers.delete(own);
        throw error;
      }
      return () => {
        handlers.delete(own);
        return Promise.resolve();
      };
    },
    deliver: ({ channel, payload }) => {
      for (const handler of handlersByChannel.get(channel) ?? []) handler(payload ?? '');
    },
    resume: async (run) => {
      for (const channel of handlersByChannel.keys()) await run(listenSql(channel));
    },
  };
}

function listenSql(channel: string): string {
  return `LISTEN ${escapeIdentifier(channel)}`;
}
