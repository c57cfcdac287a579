package dev.assay.tenants.directory;

/**
 * Somebody came with a valid token: every service asks here before it answers them. Observers must
 * return at once.
 *
 * @param subject the account that signed in
 */
public record SignedIn(String subject) {}
