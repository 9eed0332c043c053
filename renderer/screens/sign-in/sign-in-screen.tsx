import { IconUserCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { LanguageChoice } from '#renderer/ui/language/language-choice.tsx';
import { CenteredPage } from '#renderer/ui/shell/centered-page.tsx';
import { signInByBadge } from '#renderer/commands/sign-in.ts';
import { useSession, useTill } from '#renderer/session/till-context.ts';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { PinEntry } from './pin-entry.tsx';

/** Who is at the till: a name, then the PIN. */
export const SignInScreen = () => {
  const { t } = useTranslation();
  const { staff, settings } = useReferences();
  const [chosen, setChosen] = useState<StaffMember | null>(null);
  const { store } = useTill();
  const begin = useSession((state) => state.signIn);
  const people = staff.filter(({ storeIds }) => !settings || storeIds.includes(settings.storeId));
  const badge = async (code: string): Promise<boolean> => {
    const person = await signInByBadge(store, people, code);
    if (person) begin({ staff: person });
    return person !== null;
  };
  useScanner({ onScan: badge });
  return (
    <CenteredPage>
      <LanguageChoice />
      <div>
        <h1 style={{ margin: 0, fontSize: 24 }}>{chosen?.name ?? t('signIn.choose')}</h1>
        <p style={{ margin: 0, color: 'var(--text-2)' }}>{settings?.name}</p>
      </div>
      {chosen ? (
        <PinEntry staff={chosen} onBadge={badge} onOther={() => setChosen(null)} />
      ) : (
        people.map((person) => (
          <Button
            key={person.id}
            size="large"
            isWide
            icon={<IconUserCircle size={26} />}
            onClick={() => setChosen(person)}
          >
            {person.name} · {t(`staff.${person.role}`)}
          </Button>
        ))
      )}
      {people.length === 0 ? (
        <EmptyState title={t('signIn.noStaff')} hint={t('signIn.noStaffHint')} />
      ) : null}
    </CenteredPage>
  );
};
