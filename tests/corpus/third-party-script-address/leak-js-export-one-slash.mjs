export * from "HTTPS:/js-export-one-slash.leak.test/x.mjs";
