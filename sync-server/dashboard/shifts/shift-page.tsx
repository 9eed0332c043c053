import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Button } from '#renderer/ui/button/button.tsx';
import { PATHS } from '../app/paths.ts';
import { useShift } from '../data/use-shifts.ts';
import { Page } from '../parts/page.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { StoreRegion } from '../parts/store-region.tsx';
import back from '../receipts/receipt-page.module.css';
import { ShiftBody } from './shift-body.tsx';

/** One shift: its Z report on paper, how complete it is, and what was settled after it. */
export const ShiftPage = ({ shiftId }: { readonly shiftId: string }) => {
  const { t } = useTranslation();
  const query = useShift(shiftId);
  const shift = query.data?.shift;
  const title = t('shift.number', { number: String(shift?.number ?? '') });
  const backTo = t('shifts.back');
  return (
    <StoreRegion storeId={shift?.storeId}>
      <Page
        title={shift ? `${shift.tillId} · ${title}` : title}
        back={
          <Link href={PATHS.shifts} className={back['back']} title={backTo} aria-label={backTo}>
            <IconArrowLeft size={20} />
          </Link>
        }
        controls={
          query.data?.closing ? (
            <Button size="small" icon={<IconPrinter size={18} />} onClick={() => window.print()}>
              {t('common.print')}
            </Button>
          ) : undefined
        }
      >
        <QueryView query={query}>{(detail) => <ShiftBody detail={detail} />}</QueryView>
      </Page>
    </StoreRegion>
  );
};
