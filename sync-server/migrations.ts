import type { Migration } from 'kysely';
import { askedMoneyMigration } from './store/migrations/asked-money-migration.ts';
import { accountsMigration } from './auth/accounts-migration.ts';
import { accessMigration } from './auth/access-migration.ts';
import { signingMigration } from './auth/signing-migration.ts';
import { callbackMigration } from './auth/callback-migration.ts';
import { channelActsMigration } from './channels/acts-migration.ts';
import { catalogMigration } from './catalog/migration.ts';
import { cashDifferenceMigration } from './chain/cash-difference-migration.ts';
import { chainMigration } from './chain/migration.ts';
import { priceListsMigration } from './chain/price-lists-migration.ts';
import { staffLeavingsMigration } from './chain/staff-leavings-migration.ts';
import { replacedMigration } from './chain/replaced-migration.ts';
import { promotionMigration } from './chain/promotion-migration.ts';
import { readingMigration } from './projections/reading-migration.ts';
import { deliveriesMigration } from './store/migrations/deliveries-migration.ts';
import { customersMigration } from './store/migrations/customers-migration.ts';
import { fiscalBooksMigration } from './store/migrations/fiscal-books-migration.ts';
import { gapEpochMigration } from './store/migrations/gap-epoch-migration.ts';
import { lettersMigration } from './store/migrations/letters-migration.ts';
import { noticesMigration } from './store/migrations/notices-migration.ts';
import { movementsIndexMigration } from './store/migrations/movements-index-migration.ts';
import { refundsMigration } from './store/migrations/refunds-migration.ts';
import { refusalsMigration } from './store/migrations/refusals-migration.ts';
import { reprintsMigration } from './store/migrations/reprints-migration.ts';
import { sensitiveActsMigration } from './store/migrations/sensitive-acts-migration.ts';
import { shiftMoneyMigration } from './store/migrations/shift-money-migration.ts';
import { shiftsMigration } from './store/migrations/shifts-migration.ts';
import { storeMigration } from './store/migrations/store-migration.ts';
import { pointsMigration } from './store/migrations/points-migration.ts';
import { trainingMigration } from './store/migrations/training-migration.ts';

/** Every change of the server's tables by name, in the order in which they were made. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-store': storeMigration,
  '002-access': accessMigration,
  '003-reading': readingMigration,
  '004-catalog': catalogMigration,
  '005-chain': chainMigration,
  '006-signing': signingMigration,
  '007-gap-epoch': gapEpochMigration,
  '008-refunds': refundsMigration,
  '009-callback': callbackMigration,
  '010-notices': noticesMigration,
  '011-shifts': shiftsMigration,
  '012-movements-index': movementsIndexMigration,
  '013-promotion': promotionMigration,
  '014-channel-acts': channelActsMigration,
  '015-shift-money': shiftMoneyMigration,
  '016-cash-difference': cashDifferenceMigration,
  '017-price-lists': priceListsMigration,
  '018-sensitive-acts': sensitiveActsMigration,
  '019-training': trainingMigration,
  '020-reprints': reprintsMigration,
  '021-points': pointsMigration,
  '022-customers': customersMigration,
  '023-refusals': refusalsMigration,
  '024-letters': lettersMigration,
  '025-fiscal-books': fiscalBooksMigration,
  '026-asked-money': askedMoneyMigration,
  '027-staff-leavings': staffLeavingsMigration,
  '028-replaced': replacedMigration,
  '029-deliveries': deliveriesMigration,
  '030-accounts': accountsMigration,
};
