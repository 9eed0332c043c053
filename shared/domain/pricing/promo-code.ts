import { Type } from 'typebox';

/** Capital letters and digits, as it is said and typed. */
export const PromoCodeSchema = Type.String({ pattern: '^[A-Z0-9-]{3,24}$' });
