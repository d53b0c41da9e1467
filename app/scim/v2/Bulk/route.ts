import { refuseUnoffered } from "@/lib/domain/scim/service";
import { defineScimRoute } from "@/lib/platform/http/scim";

export const POST = defineScimRoute({ handler: ({ ctx }) => refuseUnoffered(ctx) });
