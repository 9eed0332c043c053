import { Route, Switch } from 'wouter';
import { useMe } from '../data/use-me.ts';
import { QueryView } from '../parts/query-view.tsx';
import { SetupPage } from '../sign-in/setup-page.tsx';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { Frame } from './frame.tsx';
import { PasswordPage } from '../sign-in/password-page.tsx';
import { PATHS } from './paths.ts';

/** The dashboard for those who are signed in; for everybody else the way in. A link is of whoever holds it. */
export const Entrance = () => {
  const me = useMe();
  return (
    <Switch>
      <Route path={PATHS.password} component={PasswordPage} />
      <Route>
        <QueryView query={me}>
          {(person) =>
            person === null ? (
              <Switch>
                <Route path={PATHS.setup} component={SetupPage} />
                <Route component={SignInPage} />
              </Switch>
            ) : (
              <Frame me={person} />
            )
          }
        </QueryView>
      </Route>
    </Switch>
  );
};
