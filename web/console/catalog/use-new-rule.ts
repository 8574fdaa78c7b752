import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";

/** Starts a rule of prices, once however often the button is pressed; what is wrong goes to its field. */
export function useNewRule(onClose: () => void, setErrors: (errors: Record<string, string>) => void) {
  const t = useT("catalog");
  const { key } = useSubmitKey();
  return useWrite(
    api.pricing.createPriceRule.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.pricing.key() });
        onClose();
      },
      onError: (error) => {
        if (error instanceof ApiError) setErrors(error.code === "value.duplicate" ? { name: t("rule.twice") } : error.fields);
      },
    }),
    { done: t("done.ruleStarted") },
  );
}
