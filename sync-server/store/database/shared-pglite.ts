import { PGlite, type PGliteOptions } from '@electric-sql/pglite';

/** Messages of the extended query protocol: one query is several of them and ends with another kind (Sync). */
const withinQuery = new Set(Buffer.from('PBDECH'));

/** With this status PGlite's main loop leaves a failed statement; it goes on after any exception. */
const longjmpStatus = 100;

/** PGlite that can be shared by several connections through pglite-socket, and that ends when PostgreSQL would. */
export class SharedPglite extends PGlite {
  readonly #stop: (cause: unknown) => never;
  #isWithinQuery = false;

  private constructor(options: PGliteOptions, stop: (cause: unknown) => never) {
    super(options);
    this.#stop = stop;
  }

  /** `stop` is called when the database can no longer be trusted, after a failed fsync for example. */
  static async open(
    options: PGliteOptions,
    stop: (cause: unknown) => never,
  ): Promise<SharedPglite> {
    const database = new SharedPglite(options, stop);
    await database.waitReady;
    const module = database.Module;
    const mainLoopOnce = module._PostgresMainLoopOnce;
    module._PostgresMainLoopOnce = () => {
      try {
        mainLoopOnce();
      } catch (error) {
        if ((error as { status?: number }).status !== longjmpStatus) stop(error);
        throw error;
      }
    };
    return database;
  }

  /**
   * pglite-socket lets another connection in between any two messages unless a transaction is open. There is one
   * unnamed statement for all connections, so a query whose messages arrive in two parts would run another's text.
   */
  override isInTransaction(): boolean {
    return this.#isWithinQuery || super.isInTransaction();
  }

  override async execProtocolRawStream(
    ...[message, options]: Parameters<PGlite['execProtocolRawStream']>
  ): Promise<void> {
    try {
      await super.execProtocolRawStream(message, options);
    } catch (error) {
      this.#stop(error); // pglite-socket would never answer again.
    }
    this.#isWithinQuery = withinQuery.has(message[0] ?? 0);
  }
}
