import {
  IconBolt,
  IconCalendarCheck,
  IconCheck,
  IconCoin,
  IconFileInvoice,
  IconMapPin,
  IconPhoneCall,
  IconShieldCheck,
  IconStar,
  IconTools,
  IconUsers,
} from "@tabler/icons-react";
import type { z } from "zod";
import type { benefitIcon } from "#front-office/campaigns/contract.ts";

export type BenefitIconName = z.infer<typeof benefitIcon>;

const icons = {
  speed: IconBolt,
  calendar: IconCalendarCheck,
  invoice: IconFileInvoice,
  shield: IconShieldCheck,
  people: IconUsers,
  price: IconCoin,
  phone: IconPhoneCall,
  tools: IconTools,
  place: IconMapPin,
  star: IconStar,
} as const;

export const benefitIcons = Object.keys(icons) as BenefitIconName[];

/** What a benefit is drawn with; a tick when nothing was chosen. */
export function BenefitIcon({ name, size = 26 }: { name?: BenefitIconName | undefined; size?: number }) {
  const Icon = name ? icons[name] : IconCheck;
  return <Icon size={size} stroke={1.6} aria-hidden />;
}
