import { DrawerOpening } from '../domain/shift/cash-move.ts';
import { defineOperation } from './define-operation.ts';

export const drawerOpened = defineOperation('drawer.opened', 1, DrawerOpening);
