import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Right } from '#shared/domain/staff/rights.ts';
import { Role } from '#shared/domain/staff/role.ts';
import form from '../parts/form.module.css';
import table from '../parts/table.module.css';
import type { PolicyForm, RoleForm } from './policy-form.ts';
import classes from './policy-page.module.css';

type RoleFieldsProps = {
  readonly value: PolicyForm;
  readonly onChange: (value: PolicyForm) => void;
};

const PERCENT = String.raw`\d{1,3}([.,]\d{1,2})?`;

/** What each role may do at a till without anybody's leave. */
export const RoleFields = ({ value, onChange }: RoleFieldsProps) => {
  const { t } = useTranslation();
  const change = (role: Role, changed: Partial<RoleForm>): void =>
    onChange({
      ...value,
      roles: { ...value.roles, [role]: { ...value.roles[role], ...changed } },
    });
  const toggle = (role: Role, right: Right, isGiven: boolean): void => {
    const others = value.roles[role].rights.filter((one) => one !== right);
    change(role, { rights: isGiven ? [...others, right] : others });
  };
  const label = (role: Role, what: string): string => `${t(`staff.${role}`)}: ${what}`;
  return (
    <fieldset className={form['group']}>
      <legend className={classes['legend']}>{t('policy.roles')}</legend>
      <p>{t('policy.rolesHint')}</p>
      <div className={table['scroll']}>
        <table className={table['table']}>
          <thead>
            <tr>
              <th scope="col">{t('policy.right')}</th>
              {Role.enum.map((role) => (
                <th key={role} scope="col">
                  {t(`staff.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Right.enum.map((right) => (
              <tr key={right}>
                <th scope="row" className={classes['right']}>
                  {t(`right.${right}`)}
                </th>
                {Role.enum.map((role) => (
                  <td key={role}>
                    <Checkbox
                      size="md"
                      aria-label={label(role, t(`right.${right}`))}
                      checked={value.roles[role].rights.includes(right)}
                      onChange={({ currentTarget }) => toggle(role, right, currentTarget.checked)}
                    />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row" className={classes['right']}>
                {t('policy.roleDiscount')}
              </th>
              {Role.enum.map((role) => (
                <td key={role}>
                  <TextInput
                    size="md"
                    w={110}
                    inputMode="decimal"
                    pattern={PERCENT}
                    aria-label={label(role, t('policy.roleDiscount'))}
                    placeholder={t('policy.asStore')}
                    value={value.roles[role].discountLimit}
                    onChange={({ currentTarget }) =>
                      change(role, { discountLimit: currentTarget.value })
                    }
                  />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </fieldset>
  );
};
