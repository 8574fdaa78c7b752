import { type MutationOptions, useMutation } from "@tanstack/react-query";
import { tell, tellError, tellUndo } from "./toast.tsx";

/**
 * A mutation that tells its outcome: `useWrite(api.quotes.send.mutationOptions(), { done: t("sent") })`.
 * `undo` turns the notice into an undo offer. Refusals are told in the server's words; field errors stay on `error.fields`.
 */
export function useWrite<Output, Input, Failure extends Error, Kept>(
  options: MutationOptions<Output, Failure, Input, Kept>,
  say: {
    done?: string | ((output: Output) => string);
    undo?: (output: Output, input: Input) => Promise<unknown>;
    quiet?: boolean;
  } = {},
) {
  return useMutation<Output, Failure, Input, Kept>({
    ...options,
    onSuccess: async (output, input, kept, context) => {
      await options.onSuccess?.(output, input, kept, context);
      const message = typeof say.done === "function" ? say.done(output) : say.done;
      const { undo } = say;
      if (message && undo) tellUndo({ message, undo: () => undo(output, input) });
      else if (message) tell(message);
    },
    onError: (error, input, kept, context) => {
      if (!say.quiet) tellError(error);
      return options.onError?.(error, input, kept, context);
    },
  });
}
