import { Argument, Command } from 'commander';
import { PROGRAM } from './format-error.js';
import type { Invocation } from './invocation.js';

const EXAMPLES = `Examples:
  source <(${PROGRAM} completion bash)      # in ~/.bashrc, to have it in every shell
  source <(${PROGRAM} completion zsh)       # in ~/.zshrc, after compinit
  ${PROGRAM} completion fish > ~/.config/fish/completions/${PROGRAM}.fish
`;

/** Defines `completion`. */
export function completionCommand(invocation: Invocation): Command {
  return new Command('completion')
    .description('print a script that completes commands, options and files in your shell')
    .addArgument(new Argument('<shell>', 'your shell').choices(['bash', 'zsh', 'fish']))
    .helpOption('-h, --help', 'print this help')
    .addHelpText('before', EXAMPLES)
    .action((shell: string, _: unknown, command: Command) => run(shell, command, invocation));
}

async function run(shell: string, command: Command, invocation: Invocation): Promise<void> {
  const [{ definitionsOf }, { COMPLETIONS }] = await Promise.all([
    import('./definitions.js'),
    import('./completion-scripts.js'),
  ]);
  const script = COMPLETIONS.get(shell);
  if (script && command.parent) await invocation.print(script(PROGRAM, definitionsOf(command.parent)));
}
