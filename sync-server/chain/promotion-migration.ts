import { type Migration, sql } from 'kysely';

/** Promotions were a percentage off some goods only; tills hear of what they are called now. */
export const promotionMigration: Migration = {
  up: async (db) => {
    await sql`
      update documents set version = version + 1, body = jsonb_build_object(
        'type', 'promotion',
        'value', ((body::jsonb -> 'value') - 'rate' - 'skus' - 'categoryIds') || jsonb_build_object(
          'offer', jsonb_build_object(
            'type', 'percent',
            'rate', body::jsonb -> 'value' -> 'rate',
            'goods', jsonb_build_object(
              'all', false,
              'skus', body::jsonb -> 'value' -> 'skus',
              'categoryIds', body::jsonb -> 'value' -> 'categoryIds',
              'exceptSkus', jsonb_build_array(),
              'exceptCategoryIds', jsonb_build_array()
            )
          ),
          'stacking', 'one', 'priority', 5, 'storeIds', null, 'channels', null,
          'groupIds', null, 'code', null, 'hours', null
        ))::text
      where collection = 'references' and id like 'promotion:%'
        and body::jsonb -> 'value' -> 'rate' is not null`.execute(db);
    await sql`
      update changes set seq = seq
      where collection = 'references' and id like 'promotion:%'`.execute(db);
  },
};
