import { cruise, type IModule } from 'dependency-cruiser';
import { arrows, rooms } from './arrows.ts';

export type Violation = { rule: string; from: string; to: string };

/** What dependency-cruiser saw in the rooms under `baseDir`, and which arrows it found broken. */
export async function cruiseTree(
  baseDir: string,
): Promise<{ modules: string[]; violations: Violation[] }> {
  const { output } = await cruise(
    [...rooms],
    {
      baseDir,
      validate: true,
      ruleSet: { forbidden: [...arrows] },
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
      combinedDependencies: true,
      // What no arrow asks for takes half the time.
      skipAnalysisNotInRules: true,
      moduleSystems: ['es6'],
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'browser', 'node', 'default', 'types'],
      },
    },
    // Fixtures link to the real node_modules; the link is what they import through.
    { symlinks: false },
  );
  if (typeof output === 'string') throw new Error(output);
  return {
    modules: output.modules
      .filter(isOurs)
      .map((module) => module.source)
      .filter((source) => !source.endsWith('.css') && !source.endsWith('.json')),
    violations: output.summary.violations.map(({ rule, from, to }) => ({
      rule: rule.name,
      from,
      to,
    })),
  };
}

function isOurs(module: IModule): boolean {
  return rooms.some((room) => module.source.startsWith(`${room}/`));
}
