export { GET, POST } from "@/lib/platform/auth/handlers";
